import type { FaultCode } from './verdict.js';

/** What each fault means, for whoever reads a report. */
export const SENTENCES: Readonly<Record<FaultCode, { readonly vi: string; readonly en: string }>> = {
  'bundle.unreadable': {
    vi: 'Tệp không đọc được theo đúng khuôn dạng.',
    en: 'The file is in no form that can be read.',
  },
  'policy.missing': {
    vi: 'Không có tệp chính sách lấy từ nguồn khác: chỉ biết tệp khớp với chính nó.',
    en: 'There is no policy from elsewhere: all that is known is that the file agrees with itself.',
  },
  'policy.unreadable': { vi: 'Tệp chính sách không đọc được.', en: 'The policy can not be read.' },
  'policy.log': { vi: 'Chính sách không có nhật ký này.', en: 'The policy does not have this log.' },
  'quorum.missing': {
    vi: 'Chưa đủ nhân chứng mà chính sách đòi hỏi.',
    en: 'Fewer witnesses signed than the policy asks for.',
  },
  'logs.missing': {
    vi: 'Chính sách đòi điểm kiểm phải nằm trong nhật ký của các nhật ký; tệp không chứng minh điều đó.',
    en: 'The policy asks that the checkpoint stands in the log of logs; the file does not prove it.',
  },
  'logs.quorum': {
    vi: 'Nhật ký của các nhật ký chưa đủ nhân chứng mà chính sách đòi hỏi.',
    en: 'Fewer witnesses signed the log of logs than the policy asks for.',
  },
  'scope.missing': {
    vi: 'Thiếu chính đối tượng mà tệp nói tới.',
    en: 'What the file is about is missing in it.',
  },
  'log.gap': { vi: 'Nhật ký thiếu sự kiện.', en: 'The log lacks an event.' },
  'stream.gap': { vi: 'Lịch sử thiếu một bước ở giữa.', en: 'The history lacks a step in the middle.' },
  'stream.tail': { vi: 'Lịch sử thiếu phần cuối.', en: 'The history lacks its end.' },
  'bundle.key': {
    vi: 'Khóa trong tệp không phải khóa mà chính sách tin.',
    en: 'The key in the file is not the one that the policy trusts.',
  },
  'checkpoint.signature': {
    vi: 'Điểm kiểm không có chữ ký đúng của nhật ký.',
    en: 'The checkpoint has no valid signature of the log.',
  },
  'cosignature.invalid': {
    vi: 'Chữ ký của nhân chứng không đúng.',
    en: 'The signature of a witness is not valid.',
  },
  'event.order': { vi: 'Các sự kiện không theo thứ tự.', en: 'The events are out of order.' },
  'event.header': {
    vi: 'Phần đầu của sự kiện không đọc được.',
    en: 'The header of the event can not be read.',
  },
  'event.inclusion': {
    vi: 'Sự kiện này không phải là sự kiện đã ghi.',
    en: 'This event is not the one that was logged.',
  },
  'log.beyond': { vi: 'Có sự kiện nằm ngoài điểm kiểm.', en: 'An event lies beyond the checkpoint.' },
  'log.root': {
    vi: 'Các sự kiện không cho ra gốc cây đã ký.',
    en: 'The events do not give the root that was signed.',
  },
  'log.heads': {
    vi: 'Các chuỗi không kết thúc ở chỗ đã ký.',
    en: 'The streams do not end where it was signed.',
  },
  'stream.head': {
    vi: 'Chuỗi không kết thúc ở chỗ đã ký.',
    en: 'The stream does not end where it was signed.',
  },
  'stream.order': {
    vi: 'Các bước của chuỗi không theo thứ tự.',
    en: 'The steps of the stream are out of order.',
  },
  'stream.chain': {
    vi: 'Các bước của chuỗi không nối với nhau.',
    en: 'The steps of the stream are not joined.',
  },
  'stream.beyond': { vi: 'Chuỗi dài hơn chỗ đã ký.', en: 'The stream is longer than what was signed.' },
  'page.state': {
    vi: 'Trạng thái trong tệp không phải trạng thái do các sự kiện tạo ra.',
    en: 'The state in the file is not the one that the events make.',
  },
  'page.text': {
    vi: 'Bản in trong tệp không phải bản in do các sự kiện tạo ra.',
    en: 'The printed page in the file is not the one that the events make.',
  },
  'key.unknown': {
    vi: 'Tệp đưa ra khóa của một người không có trong các sự kiện.',
    en: 'The file has a key of a person who is not in the events.',
  },
  'key.commitment': {
    vi: 'Khóa đưa ra không phải khóa đã dùng để niêm phong.',
    en: 'The key is not the one by which the field was sealed.',
  },
  'logs.signature': {
    vi: 'Nhật ký của các nhật ký không có chữ ký đúng.',
    en: 'The log of logs has no valid signature.',
  },
  'logs.cosignature': {
    vi: 'Chữ ký của nhân chứng trên nhật ký của các nhật ký không đúng.',
    en: 'The signature of a witness under the log of logs is not valid.',
  },
  'logs.inclusion': {
    vi: 'Điểm kiểm không nằm trong nhật ký của các nhật ký.',
    en: 'The checkpoint does not stand in the log of logs.',
  },
  'logs.checkpoint': {
    vi: 'Điểm kiểm trong nhật ký của các nhật ký không phải của nhật ký này, hoặc ngắn hơn.',
    en: 'The checkpoint in the log of logs is not of this log, or is a shorter one.',
  },
  'logs.fork': {
    vi: 'Nhật ký này đã đưa cho nhật ký của các nhật ký một lịch sử khác.',
    en: 'This log has shown another history to the log of logs.',
  },
  'field.erased': {
    vi: 'Dữ liệu của một người trong tệp đã được xóa (khóa không còn).',
    en: "A person's data in the file was erased: the key is gone.",
  },
};
