import type { Catalogue } from '@lien-ket/service';

/** Sentences of this service's refusals. */
export const activityMessages: Catalogue = {
  vi: {
    'activity.dayToCome': 'Kết quả ghi theo ngày đã diễn ra, không muộn hơn hôm nay ({today}).',
    'activity.wrongState': 'Hoạt động đang ở trạng thái không cho phép việc này ({state}).',
    'file.exists': 'Tệp này đã được lưu.',
    'file.nameless': 'Cần tên tệp trong x-file-name (mã hóa URI) và loại tệp hợp lệ trong x-file-type.',
    'file.tooLarge': 'Tệp lớn hơn {limitMiB} MiB.',
    'file.unknown': 'Không có tệp minh chứng này.',
    'difficulty.exists': 'Khó khăn, vướng mắc này đã được nêu.',
    'difficulty.notAsked': 'Bên trả lời không phải là bên được đề nghị phối hợp.',
    'difficulty.own': 'Chỉ trả lời khó khăn do bên đối tác chuyển đến.',
    'difficulty.raiserOnly': 'Chỉ đơn vị đã nêu khó khăn mới xác nhận hoặc mở lại.',
    'difficulty.wrongState': 'Khó khăn đang ở trạng thái không cho phép việc này ({state}).',
  },
  en: {
    'activity.dayToCome': 'A result is dated by the day it happened, not after today ({today}).',
    'activity.wrongState': 'The state of the activity does not allow this ({state}).',
    'file.exists': 'This file is stored already.',
    'file.nameless': 'The file needs a name in x-file-name (URI-encoded) and a valid type in x-file-type.',
    'file.tooLarge': 'The file is larger than {limitMiB} MiB.',
    'file.unknown': 'There is no such file.',
    'difficulty.exists': 'This difficulty was raised already.',
    'difficulty.notAsked': 'The answer comes from a party that was not asked.',
    'difficulty.own': 'Only a difficulty passed on by the other party can be answered.',
    'difficulty.raiserOnly': 'Only the unit that raised it may confirm or reopen.',
    'difficulty.wrongState': 'The state of the difficulty does not allow this ({state}).',
  },
};
