import { activityEvents } from './activity.js';
import { activityCommands, participationCommands } from './work-commands.js';

const entry = (link: string): object => ({ text: 'Đã họp', happenedOn: '2023-12-05', links: [link] });

it.each([
  ['https://tiengiang.gov.vn/tin/1', true],
  ['HTTP://tiengiang.gov.vn', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['ftp://tiengiang.gov.vn/a', false],
  ['không phải địa chỉ', false],
])('a link of progress leads to a page: %s', (link, taken) => {
  for (const { body } of [activityCommands.progress, participationCommands.progress])
    expect(body.safeParse(entry(link)).success).toBe(taken);
});

it('what was recorded before is read as it was', () => {
  expect(activityEvents.progressRecorded.schema.safeParse(entry('ftp://a.vn')).success).toBe(true);
});
