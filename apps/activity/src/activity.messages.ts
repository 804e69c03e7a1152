import type { Catalogue } from '@lien-ket/service';

/** Sentences of this service's refusals. */
export const activityMessages: Catalogue = {
  vi: {
    'activity.dayToCome': 'Kết quả ghi theo ngày đã diễn ra, không muộn hơn hôm nay ({today}).',
    'activity.dayLongPast':
      'Ngày này quá xa trước thời gian của hoạt động (trước năm {year}): hãy xem lại năm đã gõ.',
    'activity.wrongState': 'Hoạt động đang ở trạng thái không cho phép việc này ({state}).',
    'activity.entryUnknown': 'Hoạt động không có lần ghi tiến độ này.',
    'activity.entryOfParticipant':
      'Đây là kết quả bên tham gia báo, đã được tiếp nhận; bên đó sửa phần của mình rồi báo lại.',
    'activity.noSuccessor': 'Kế hoạch sau chưa có nội dung này, hoặc là chính kế hoạch này.',
    'activity.notLinked': 'Hai hoạt động này chưa được ghi nhận là cùng một việc.',
    'activity.postponedToPast': 'Không lùi về ngày đã qua: ngày mới từ hôm nay ({today}) trở đi.',
    'activity.printedTime':
      'Thời gian in trong kế hoạch đến {last}; lùi quá ngày đó cần điều chỉnh kế hoạch.',
    'activity.sameAsItself': 'Một hoạt động không thể cùng việc với chính nó.',
    'activity.sameAsUnknown': 'Không có hoạt động này ở đơn vị, hoặc chưa được bên kia chia sẻ.',
    'participation.exists': 'Đơn vị đã tham gia hoạt động này.',
    'participation.notLead':
      'Kế hoạch không ghi đơn vị là bên cùng thực hiện, cũng không ghi cơ quan của đơn vị chủ trì hoạt động này; hãy chọn phối hợp hoặc tham dự.',
    'participation.ownActivity': 'Hoạt động này thuộc kế hoạch của đơn vị mình, không cần ghi tham gia.',
    'participation.saysNothing': 'Bên tham gia chưa báo kết quả nào.',
    'participation.takenOver': 'Kết quả này đã được tiếp nhận.',
    'participation.withdrawn': 'Đơn vị đã thôi tham gia hoạt động này.',
    'file.empty': 'Tệp không có nội dung.',
    'file.exists': 'Tệp này đã được lưu.',
    'file.nameUnread': 'Tên tệp có ký tự điều khiển (xuống dòng, đổi chiều chữ): hãy đặt lại tên.',
    'file.nameless': 'Cần tên tệp trong x-file-name (mã hóa URI) và loại tệp hợp lệ trong x-file-type.',
    'file.tooLarge': 'Tệp lớn hơn {limitMiB} MiB.',
    'difficulty.dueInPast': 'Hạn xử lý không được trước hôm nay ({today}).',
    'difficulty.exists': 'Khó khăn, vướng mắc này đã được nêu.',
    'difficulty.notAsked': 'Bên trả lời không phải là bên được đề nghị phối hợp.',
    'difficulty.notConcerned':
      'Chỉ đề nghị được bên đang xem được hoạt động này: bên còn tham gia thỏa thuận và được chia sẻ kế hoạch ({to} không thuộc các bên đó). Gửi công văn cho đơn vị đó và ghi vào biện pháp tháo gỡ.',
    'difficulty.partnerEnded':
      'Đơn vị {to} đã kết thúc hoạt động; gửi cơ quan kế thừa bằng công văn và ghi vào biện pháp tháo gỡ.',
    'difficulty.partnerNotYet':
      'Đơn vị {to} chưa bắt đầu làm việc trên nền tảng nên chưa trả lời được. Gửi công văn cho đơn vị đó và ghi vào biện pháp tháo gỡ, hoặc chờ đơn vị bắt đầu.',
    'difficulty.nobodyPetitioned': 'Khó khăn này chưa được kiến nghị lên cấp có thẩm quyền nào.',
    'difficulty.notCompetent':
      'Chỉ kiến nghị bộ, ngành Trung ương, cơ quan Đảng, Hội đồng nhân dân hoặc cơ quan tương đương.',
    'difficulty.dayToCome': 'Văn bản không thể có ngày sau hôm nay ({today}).',
    'difficulty.petitionByDocument': 'Kiến nghị phải bằng văn bản: cần số của công văn.',
    'difficulty.otherPlan': 'Hoạt động này không thuộc kế hoạch đã nêu.',
    'difficulty.own': 'Chỉ trả lời khó khăn do bên đối tác chuyển đến.',
    'difficulty.raiserOnly': 'Chỉ đơn vị đã nêu khó khăn mới xác nhận hoặc mở lại.',
    'difficulty.wrongState': 'Khó khăn đang ở trạng thái không cho phép việc này ({state}).',
  },
  en: {
    'activity.dayToCome': 'A result is dated by the day it happened, not after today ({today}).',
    'activity.dayLongPast':
      'This day is too long before the time of the activity (before {year}): look at the year again.',
    'activity.wrongState': 'The state of the activity does not allow this ({state}).',
    'activity.entryUnknown': 'The activity has no such entry of progress.',
    'activity.entryOfParticipant':
      'This is what a participant reported and you took over; that party corrects it and reports again.',
    'activity.noSuccessor': 'The later plan has no such item, or it is this plan itself.',
    'activity.notLinked': 'These two activities are not linked as the same work.',
    'activity.postponedToPast': 'It is not postponed to a day that is over: from today ({today}) on.',
    'activity.printedTime': 'The printed time ends on {last}; a later one needs an amendment of the plan.',
    'activity.sameAsItself': 'An activity cannot be the same work as itself.',
    'activity.sameAsUnknown': 'No such activity was recorded here or shared with you.',
    'participation.exists': 'You take part in this activity already.',
    'participation.notLead':
      'The plan names you no partner of this activity and no organisation of yours its lead: coordinate it, or attend.',
    'participation.ownActivity': 'This activity belongs to a plan of your own; no participation is needed.',
    'participation.saysNothing': 'The participant has reported nothing yet.',
    'participation.takenOver': 'This report was taken over already.',
    'participation.withdrawn': 'You have withdrawn from this activity.',
    'file.empty': 'The file is empty.',
    'file.exists': 'This file is stored already.',
    'file.nameUnread': 'The name has control characters (a line break, another direction): rename the file.',
    'file.nameless': 'The file needs a name in x-file-name (URI-encoded) and a valid type in x-file-type.',
    'file.tooLarge': 'The file is larger than {limitMiB} MiB.',
    'difficulty.dueInPast': 'The due date must not be before today ({today}).',
    'difficulty.exists': 'This difficulty was raised already.',
    'difficulty.notAsked': 'The answer comes from a party that was not asked.',
    'difficulty.notConcerned':
      'Only who sees this activity can be asked: still a party of the agreement, with the plan shared with it ({to} is not). Write to it on paper and record that as a measure.',
    'difficulty.partnerEnded':
      'The authority {to} is no more; write to its successor and record the measure.',
    'difficulty.partnerNotYet':
      '{to} has not begun to work on the platform, so it cannot answer. Write to it on paper and record that as a measure, or wait until it begins.',
    'difficulty.nobodyPetitioned': 'No competent authority was petitioned in this difficulty.',
    'difficulty.notCompetent': 'Only a ministry, a party or council body, or the like is petitioned.',
    'difficulty.dayToCome': 'A document is not of a day to come (today is {today}).',
    'difficulty.petitionByDocument': 'A petition is made by a document: its number is needed.',
    'difficulty.otherPlan': 'This activity is not of the plan that is named.',
    'difficulty.own': 'Only a difficulty passed on by the other party can be answered.',
    'difficulty.raiserOnly': 'Only the unit that raised it may confirm or reopen.',
    'difficulty.wrongState': 'The state of the difficulty does not allow this ({state}).',
  },
};
