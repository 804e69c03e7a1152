type Path = readonly (string | number)[];

const within = (path: Path, field: Path) => path.every((part, at) => field[at] === part);

/**
 * The field at which a fault of the body is said: the one it names; of a list typed as lines in one field, that field; of
 * a date typed in parts, its first part.
 */
export function fieldOfFault<F extends Path>(path: Path, fields: readonly F[]): F | undefined {
  const named = (wanted: Path) =>
    fields.find((field) => field.length === wanted.length && within(wanted, field));
  return (
    named(path) ?? named(path.slice(0, -1)) ?? fields.find((field) => path.length > 0 && within(path, field))
  );
}
