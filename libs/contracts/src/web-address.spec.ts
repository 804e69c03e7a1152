import { describe, expect, it } from '@jest/globals';
import { activityCommands, activityEvents, participationCommands, participationEvents } from './index.js';

const progress = (link: string) => ({ text: 'Đã mở hội chợ', happenedOn: '2024-03-04', links: [link] });
const SCRIPTS = ['javascript:alert(1)', 'data:text/html,<p>x</p>', 'file:///etc/hosts', 'mailto:a@b.gov.vn'];

describe.each([
  ['an activity', activityCommands.progress.body, activityEvents.progressRecorded.schema],
  ['a participation', participationCommands.progress.body, participationEvents.progressRecorded.schema],
])('links of the progress of %s', (_what, body, event) => {
  it.each(['https://tiengiang.gov.vn/tin-tuc', 'http://203.0.113.7:8080/anh?id=1'])('%s is taken', (link) => {
    expect(body.parse(progress(link)).links).toEqual([link]);
  });

  it.each(SCRIPTS)('%s is no address of the web, and an event that kept it is read still', (link) => {
    const { error } = body.safeParse(progress(link));
    expect(error?.issues).toMatchObject([{ path: ['links', 0], message: 'link.notWeb' }]);
    expect(event.parse({ ...progress(link), sharedWith: [] }).links).toEqual([link]);
  });
});
