import type { Catalogue } from '@lien-ket/service';

/** Sentences of this service's refusals. */
export const reportingMessages: Catalogue = {
  vi: {
    'obligation.dayToCome': 'Văn bản không thể có ngày sau hôm nay ({today}).',
    'obligation.nilSaysMore': '“Không phát sinh” thì không kèm nội dung hay số liệu: hãy chọn một trong hai.',
    'obligation.notOwed': 'Nghĩa vụ báo cáo này hiện không chờ báo cáo.',
    'obligation.nothingToDecide': 'Không có báo cáo đã gửi nào đang chờ xử lý.',
    'obligation.alreadyReceived': 'Báo cáo đã được tiếp nhận.',
    'obligation.retractedTooLate': 'Chỉ rút được báo cáo đã gửi và chưa có kết quả xử lý.',
    'obligation.emptyReport':
      'Báo cáo phải có nội dung, số liệu, minh chứng hoặc văn bản; nếu không có, chọn "không phát sinh".',
    'obligation.headingNotAsked':
      'Đợt yêu cầu không hỏi theo mục “{heading}”: trả lời theo các mục của đợt, nội dung khác ghi vào mục gần nhất.',
    'obligation.newDueShortens': 'Hạn mới không được sớm hơn hạn hiện nay ({dueOn}).',
    'obligation.newDueInPast': 'Hạn mới không được ở trước ngày hôm nay.',
    'obligation.extensionNotLater': 'Ngày đề nghị gia hạn phải sau hạn hiện tại.',
    'obligation.noExtensionAsked': 'Không có đề nghị gia hạn nào đang chờ.',
    'obligation.extensionPending': 'Đã có một đề nghị gia hạn đang chờ trả lời.',
    'obligation.foreign':
      'Đây là báo cáo của đơn vị bạn gửi đến: chỉ tiếp nhận, trả lại, chấp nhận hoặc quyết định gia hạn.',
    'obligation.notReceiver': 'Chỉ nơi nhận báo cáo mới được trả lời ({from}).',
    'obligation.historic':
      'Nghĩa vụ này thuộc về trước khi đưa vào hệ thống, không đôn đốc nên không cần gia hạn.',
    'obligation.notChased': 'Nghĩa vụ này thuộc về trước khi đưa vào hệ thống, không đôn đốc.',
    'obligation.notAwaitingSuccessor':
      'Chỉ chuyển cơ quan kế thừa sau khi cơ quan báo cáo kết thúc hoạt động.',
    'obligation.sameDebtor': 'Cơ quan kế thừa phải là cơ quan khác.',
    'debtorlist.notProposed': 'Danh sách chưa được đề xuất.',
    'debtorlist.alreadyConfirmed': 'Danh sách đã được xác nhận.',
    'debtorlist.notConfirmed': 'Danh sách chưa được xác nhận nên không có gì để sửa.',
    'debtorlist.answered': 'Đã có {n} nơi bị bỏ khỏi danh sách gửi báo cáo: không bỏ được nữa.',
    'debtorlist.letOffByWaiving':
      'Danh sách đã xác nhận chỉ bổ sung thêm được; nơi đã có thì miễn báo cáo, hoặc sửa lỗi nhập liệu nếu xác nhận nhầm.',
    'debtorlist.receiverOwesNothing': 'Cơ quan nhận báo cáo không nằm trong danh sách nơi phải báo cáo.',
    'campaign.answered':
      'Đã có {n} nơi trả lời: nơi nhận, thời hạn và nội dung yêu cầu của các nơi đó không đổi được nữa. Hỏi thêm thì mở đợt mới.',
    'campaign.requestConfirmed': 'Yêu cầu này đã được xác nhận nơi phải trả lời nên không bỏ được.',
    'campaign.aboutUnknown': 'Nội dung được dẫn chưa được ghi nhận ở đơn vị.',
    'campaign.dayToCome': 'Văn bản không thể có ngày sau hôm nay ({today}).',
    'campaign.alreadyLaunched': 'Đợt yêu cầu này đã được mở.',
    'campaign.unknownRequest': 'Đợt yêu cầu không có nội dung yêu cầu này.',
    'campaign.nobodyAdded': 'Các cơ quan này đã có trong danh sách nơi phải trả lời.',
    'overview.hcmcOnly': 'Toàn cảnh các địa phương chỉ có tại Thành phố Hồ Chí Minh.',
  },
  en: {
    'obligation.dayToCome': 'A document is not of a day to come (today is {today}).',
    'obligation.nilSaysMore': '“Nothing to report” has no text or figures beside it: choose one of the two.',
    'obligation.notOwed': 'No report is awaited under this obligation at present.',
    'obligation.nothingToDecide': 'No report that was sent is waiting for an answer.',
    'obligation.alreadyReceived': 'The report has been received already.',
    'obligation.retractedTooLate': 'Only a report that was sent and not yet decided can be retracted.',
    'obligation.emptyReport':
      'A report needs text, figures, evidence or a document; else choose "nothing to report".',
    'obligation.headingNotAsked':
      'The campaign does not ask under “{heading}”: answer under its headings, and write what else there is under the nearest.',
    'obligation.newDueShortens': 'The new due date may not lie before the present one ({dueOn}).',
    'obligation.newDueInPast': 'The new due date may not lie before today.',
    'obligation.extensionNotLater': 'The date asked for must be later than the present due date.',
    'obligation.noExtensionAsked': 'No request for an extension is waiting.',
    'obligation.extensionPending': 'A request for an extension is waiting for its answer already.',
    'obligation.foreign':
      'This report comes from another tenant: it can only be received, sent back, accepted, or given more time.',
    'obligation.notReceiver': 'Only the receiver may answer a report ({from}).',
    'obligation.historic':
      'This duty is older than its entry here; nobody is chased for it, so it needs no extension.',
    'obligation.notChased': 'This duty is older than its entry here; nobody is urged for it.',
    'obligation.notAwaitingSuccessor': 'It is transferred only after the reporting organisation has ended.',
    'obligation.sameDebtor': 'The successor must be another organisation.',
    'debtorlist.notProposed': 'The list has not been proposed.',
    'debtorlist.alreadyConfirmed': 'The list has been confirmed already.',
    'debtorlist.notConfirmed': 'The list has not been confirmed: there is nothing to correct.',
    'debtorlist.answered': 'Of those taken out {n} have sent their report; they stay on the list.',
    'debtorlist.letOffByWaiving':
      'A confirmed list can only be added to; who stands on it is waived, or corrected where confirmed by mistake.',
    'debtorlist.receiverOwesNothing':
      'The receiving organisation does not belong on the list of those who report.',
    'campaign.answered':
      '{n} have answered: receiver, due date and what was asked of them no longer change. To ask for more, launch another one.',
    'campaign.requestConfirmed': 'Debtors were confirmed for this request; it cannot be taken out.',
    'campaign.aboutUnknown': 'What it is about was not recorded here.',
    'campaign.dayToCome': 'A document is not of a day to come (today is {today}).',
    'campaign.alreadyLaunched': 'This campaign has been launched already.',
    'campaign.unknownRequest': 'The campaign has no such request.',
    'campaign.nobodyAdded': 'These organisations are asked already.',
    'overview.hcmcOnly': 'The overview of the provinces exists at Ho Chi Minh City only.',
  },
};
