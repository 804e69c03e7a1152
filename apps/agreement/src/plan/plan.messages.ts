import type { Catalogue } from '@lien-ket/service';

/** Sentences of what is refused of plans and their amendments. */
export const planMessages: Catalogue = {
  vi: {
    'amendment.difficultyUnknown': 'Đơn vị không có khó khăn, vướng mắc này ({difficulty}).',
    'amendment.exists': 'Đề nghị điều chỉnh này đã có.',
    'amendment.laterActSetsField':
      'Đề nghị điều chỉnh {this} chạm vào nội dung mà điều chỉnh {other} (có hiệu lực muộn hơn) đã quy định. Nêu rõ thay thế điều chỉnh đó nếu muốn tiếp tục.',
    'amendment.notSubmitted': 'Đề nghị điều chỉnh chưa được trình, hoặc không thuộc kế hoạch này.',
    'amendment.supersededUnknown': 'Kế hoạch không có điều chỉnh nào mang mã {event} để thay thế.',
    'amendment.touchesSameField':
      'Hai đề nghị điều chỉnh cùng sửa một nội dung: {this} và {other} (đã quyết định tại văn bản số {document}). Lập lại đề nghị trên nội dung hiện hành.',
    'amendment.wrongState': 'Đề nghị điều chỉnh đang ở trạng thái không cho phép việc này ({state}).',
    'plan.actUnknown': 'Kế hoạch không có văn bản, quyết định được nêu để sửa.',
    'plan.commentDecided': 'Góp ý này đã có ý kiến tiếp thu, giải trình.',
    'plan.commentUnknown': 'Không có góp ý này.',
    'plan.emptyComment': 'Không thống nhất thì phải nêu nội dung góp ý.',
    'plan.reasonNeeded': 'Không tiếp thu thì phải nêu lý do.',
    'plan.effectiveOnNeeded': 'Cần ngày có hiệu lực, hoặc ngày đầy đủ của văn bản.',
    'plan.empty': 'Kế hoạch chưa có nội dung.',
    'plan.exists': 'Kế hoạch này đã có.',
    'plan.issuerEnded': 'Đơn vị ban hành chỉ hoạt động đến {day}.',
    'plan.dueInPast': 'Hạn góp ý không được trước hôm nay ({today}).',
    'plan.idTwice': 'Hai phần của kế hoạch mang cùng một mã.',
    'plan.itemUnknown': 'Kế hoạch không có nội dung công việc {item}.',
    'plan.itemWithoutSection': 'Nội dung công việc phải thuộc một mục có trong kế hoạch.',
    'plan.notOfThisAct': 'Văn bản, quyết định được sửa không có thông tin này ({field}).',
    'plan.otherParties':
      'Thỏa thuận làm căn cứ có các bên khác với nơi kế hoạch đã được gửi: sửa lỗi nhập liệu không đổi nơi gửi.',
    'plan.otherReceiverTenant':
      'Báo cáo chuyển sang đơn vị khác ngoài tỉnh, thành phố: bỏ quy định này và bổ sung quy định mới.',
    'plan.organisationUnknown': 'Cơ quan này không có trong danh mục của đơn vị.',
    'plan.tenantUnknown': 'Không có tỉnh, thành phố hay bên ký kết nào mang mã này.',
    'plan.agreementUnknown': 'Thỏa thuận này chưa được ghi nhận hoặc nhận được ở đơn vị.',
    'plan.planUnknown': 'Kế hoạch này chưa được ghi nhận hoặc nhận được ở đơn vị.',
    'plan.provisionUnknown': 'Kế hoạch không có quy định báo cáo {id}.',
    'plan.sectionNotEmpty': 'Mục này còn nội dung hoặc mục con: bỏ hoặc chuyển chúng trước.',
    'plan.provisionNamed':
      'Nội dung {item} còn dẫn đến quy định báo cáo này; bỏ phần dẫn ở nội dung đó trước.',
    'plan.horizonUnknown': 'Kế hoạch không có giai đoạn này.',
    'plan.horizonNotEmpty': 'Giai đoạn bị bỏ còn mục nội dung: chuyển các mục đó sang giai đoạn khác trước.',
    'plan.sectionUnderItself': 'Một mục không thể nằm trong chính nó.',
    'plan.sectionUnknown': 'Kế hoạch không có mục {id}.',
    'plan.typedOnly':
      'Văn bản điều chỉnh không đổi thông tin này ({field}); nếu nhập sai thì dùng sửa lỗi nhập liệu.',
    'plan.notRecalled': 'Kế hoạch chưa bị thu hồi, không có gì để xác nhận.',
    'plan.notYet': 'Đến ngày {asOf} kế hoạch chưa có hiệu lực, hoặc chưa được ghi nhận.',
    'plan.amendedSince':
      'Nội dung này đã được điều chỉnh tại văn bản số {document} ngày {date}. Sửa lỗi nhập liệu ở lần điều chỉnh đó, hoặc chỉ sửa nội dung khác.',
    'plan.beforeInForce':
      'Kế hoạch có hiệu lực từ ngày {day}; văn bản này chỉ có thể có hiệu lực từ ngày đó trở đi.',
    'plan.groundLost':
      'Vào ngày hiệu lực này, nội dung được điều chỉnh chưa có hoặc không còn trong kế hoạch. Chọn ngày mà nội dung đó có hiệu lực.',
    'plan.correctsNothing': 'Không có gì khác với điều đã nhập: hãy sửa ít nhất một thông tin.',
    'plan.enteredInErrorAlone':
      'Văn bản nhập nhầm kế hoạch được bỏ cả văn bản: không sửa thêm thông tin nào của văn bản đó.',
    'plan.numberTaken': 'Số, ký hiệu này đã dùng cho một văn bản khác trong cùng năm.',
    'plan.dayToCome': 'Văn bản đã ban hành mang ngày không muộn hơn hôm nay ({today}).',
    'plan.wrongState': 'Kế hoạch đang ở trạng thái không cho phép việc này ({state}).',
    'amendment.changesNothing':
      'Điều chỉnh này không làm nội dung kế hoạch khác đi: sửa ít nhất một nội dung.',
    'plan.documentNeeded':
      'Kế hoạch đã ban hành chỉ thay đổi bằng văn bản: cần số và ký hiệu của văn bản, hoặc văn bản đã vào sổ.',
    'plan.documentUnknown': 'Văn bản này chưa được ghi vào sổ của đơn vị.',
    'plan.notByLetter':
      'Công văn chỉ đính chính. Sửa đổi, thay thế, bãi bỏ, thu hồi kế hoạch phải bằng văn bản có hình thức tương đương (Nghị định 30/2020/NĐ-CP, Điều 18).',
    'plan.otherForm':
      'Kế hoạch được sửa đổi, thay thế, bãi bỏ bằng kế hoạch, quyết định hoặc văn bản cùng hình thức với nó (Nghị định 30/2020/NĐ-CP, Điều 18); văn bản này có hình thức khác.',
    'plan.otherIssuer':
      'Văn bản này không do cơ quan ban hành kế hoạch hay cấp trên của cơ quan đó ban hành.',
    'plan.beforeSigned': 'Kế hoạch được ký ngày {day}: văn bản không thể mang ngày trước đó.',
    'plan.itemUnderItself': 'Một nội dung công việc không thể nằm trong chính nó.',
    'plan.itemSameAsItself': 'Một nội dung công việc không thể được dẫn là cùng việc với chính nó.',
    'plan.horizonReversed': 'Giai đoạn không thể kết thúc trước khi bắt đầu.',
  },
  en: {
    'amendment.difficultyUnknown': 'No such difficulty was raised here ({difficulty}).',
    'amendment.exists': 'This amendment exists already.',
    'amendment.laterActSetsField':
      'Amendment {this} touches what amendment {other}, effective later, has set. Say that it supersedes it to go on.',
    'amendment.notSubmitted': 'The amendment was not submitted, or is not of this plan.',
    'amendment.supersededUnknown': 'The plan has no amendment {event} to supersede.',
    'amendment.touchesSameField':
      'Two amendments change the same field: {this} and {other} (decided by document {document}). Propose anew on the present content.',
    'amendment.wrongState': 'The state of the amendment does not allow this ({state}).',
    'plan.actUnknown': 'The plan has no such act to correct.',
    'plan.commentDecided': 'This comment has been decided already.',
    'plan.commentUnknown': 'There is no such comment.',
    'plan.emptyComment': 'Who does not agree says what should be otherwise.',
    'plan.reasonNeeded': 'Not taking a comment over needs a reason.',
    'plan.effectiveOnNeeded': 'An in-force date is needed, or the full date of the document.',
    'plan.empty': 'The plan has no content yet.',
    'plan.exists': 'This plan exists already.',
    'plan.issuerEnded': 'The issuing authority ended on {day}.',
    'plan.dueInPast': 'The due date must not be before today ({today}).',
    'plan.idTwice': 'Two parts of the plan have the same id.',
    'plan.itemUnknown': 'The plan has no item {item}.',
    'plan.itemWithoutSection': 'An item must stand in a section of the plan.',
    'plan.notOfThisAct': 'The act that is corrected has no such field ({field}).',
    'plan.otherParties':
      'The agreement named has other parties than those the plan went to: a correction of our entry does not change them.',
    'plan.otherReceiverTenant':
      'The report would go to another tenant: remove this provision and add a new one.',
    'plan.organisationUnknown': 'The register has no such organisation.',
    'plan.tenantUnknown': 'No province, city or party has this code.',
    'plan.agreementUnknown': 'This agreement was neither recorded nor received here.',
    'plan.planUnknown': 'This plan was neither recorded nor received here.',
    'plan.provisionUnknown': 'The plan has no report provision {id}.',
    'plan.sectionNotEmpty': 'Something stands in this section still: remove or move it first.',
    'plan.provisionNamed': 'Item {item} still names this report provision; clear that first.',
    'plan.horizonUnknown': 'The plan has no such horizon.',
    'plan.horizonNotEmpty': 'Sections stand in the dropped horizon still: move them to another one first.',
    'plan.sectionUnderItself': 'A section cannot stand below itself.',
    'plan.sectionUnknown': 'The plan has no section {id}.',
    'plan.typedOnly':
      'An amendment does not change this ({field}); where we typed it wrong, correct the entry.',
    'plan.notRecalled': 'The plan has not been recalled; there is nothing to acknowledge.',
    'plan.notYet': 'On {asOf} the plan was not in force, or not yet recorded.',
    'plan.amendedSince':
      'This was changed by the amendment {document} of {date}. Correct the entry of that amendment, or only what it leaves alone.',
    'plan.beforeInForce': 'The plan is in force from {day}; this can be in force from that day on only.',
    'plan.groundLost':
      'On that day the plan does not have (yet, or any more) what is changed. Choose a day on which it does.',
    'plan.correctsNothing': 'This is what was entered already: correct one thing at least.',
    'plan.enteredInErrorAlone':
      'An act entered for the wrong plan is taken back as a whole: nothing else of it is corrected.',
    'plan.numberTaken': 'Number and symbol are taken by another document of the same year.',
    'plan.dayToCome': 'A document already issued is dated no later than today ({today}).',
    'plan.wrongState': 'The state of the plan does not allow this ({state}).',
    'amendment.changesNothing': 'This amendment leaves the plan as it is: change one thing at least.',
    'plan.documentNeeded':
      'An issued plan is changed by a document only: give its number and symbol, or the document in the register.',
    'plan.documentUnknown': 'This document is not in the register here.',
    'plan.notByLetter':
      'An official letter rectifies, and no more. A plan is amended, replaced, repealed or recalled by a document of equivalent form (Decree 30/2020, Art. 18).',
    'plan.otherForm':
      'A plan is amended, replaced or repealed by a plan, a decision or a document of its own form (Decree 30/2020, Art. 18); this one has another form.',
    'plan.otherIssuer': 'Neither who issued the plan nor anybody above issued this document.',
    'plan.beforeSigned': 'The plan was signed on {day}: its document is dated no earlier.',
    'plan.itemUnderItself': 'An item cannot stand below itself.',
    'plan.itemSameAsItself': 'An item cannot be said to be the same as itself.',
    'plan.horizonReversed': 'A horizon does not end before it begins.',
  },
};
