// Written so that an old Node can read it and say what is wrong, instead of failing on its syntax.
var found = process.versions.node.split('.').map(Number);

if (found[0] < 20 || (found[0] === 20 && found[1] < 19)) {
  console.error(
    'Liên Kết cần Node.js 20.19 trở lên; máy này đang dùng ' +
      process.versions.node +
      '.\n' +
      '(Liên Kết needs Node.js 20.19 or later; this is ' +
      process.versions.node +
      '. See https://nodejs.org)',
  );
  process.exit(1);
}
