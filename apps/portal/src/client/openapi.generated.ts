// Made from apps/gateway/openapi.json by tools/client.mjs; change that, not this.

export interface paths {
  '/api/v1/organisations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Danh sách cơ quan
     * @description List organisations
     */
    get: operations['organisations.list'];
    put?: never;
    /**
     * Thêm cơ quan
     * @description Register an organisation
     */
    post: operations['organisations.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem cơ quan
     * @description Read an organisation
     */
    get: operations['organisations.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Phân công nhiệm vụ
     * @description List assignments
     */
    get: operations['staff.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Đầu mối liên hệ
     * @description List contacts
     */
    get: operations['contacts.list'];
    put?: never;
    /**
     * Thêm đầu mối liên hệ
     * @description Register a contact
     */
    post: operations['contacts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contacts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem đầu mối liên hệ
     * @description Read a contact
     */
    get: operations['contacts.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Yêu cầu xóa dữ liệu cá nhân
     * @description List requests for erasure
     */
    get: operations['erasures.list'];
    put?: never;
    /**
     * Ghi nhận yêu cầu xóa dữ liệu cá nhân
     * @description Record a request for erasure
     */
    post: operations['erasures.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem yêu cầu xóa dữ liệu
     * @description Read a request for erasure
     */
    get: operations['erasures.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/files/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tải tệp
     * @description Download a file
     */
    get: operations['files.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Danh sách văn bản
     * @description List documents
     */
    get: operations['documents.list'];
    put?: never;
    /**
     * Ghi nhận văn bản
     * @description Record a document
     */
    post: operations['documents.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem văn bản
     * @description Read a document
     */
    get: operations['documents.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ý kiến chỉ đạo, giao nhiệm vụ
     * @description List directives
     */
    get: operations['directives.list'];
    put?: never;
    /**
     * Ghi ý kiến chỉ đạo, giao nhiệm vụ
     * @description Issue a directive
     */
    post: operations['directives.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directives/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem ý kiến chỉ đạo
     * @description Read a directive
     */
    get: operations['directives.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/working-groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tổ công tác
     * @description List working groups
     */
    get: operations['working-groups.list'];
    put?: never;
    /**
     * Thành lập Tổ công tác
     * @description Establish a working group
     */
    post: operations['working-groups.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/working-groups/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem tổ công tác vào một ngày
     * @description Read a working group on a day
     */
    get: operations['working-groups.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Thỏa thuận hợp tác
     * @description List agreements
     */
    get: operations['agreements.list'];
    put?: never;
    /**
     * Ghi nhận thỏa thuận
     * @description Record a signed agreement
     */
    post: operations['agreements.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem thỏa thuận
     * @description Read an agreement
     */
    get: operations['agreements.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Danh sách kế hoạch
     * @description List plans
     */
    get: operations['plans.list'];
    put?: never;
    /**
     * Dự thảo kế hoạch
     * @description Draft a plan
     */
    post: operations['plans.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem kế hoạch theo hai mốc thời gian
     * @description Read a plan by both clocks
     */
    get: operations['plans.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Nội dung của kế hoạch
     * @description Items of a plan
     */
    get: operations['plans.listItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lịch sử kế hoạch
     * @description History of a plan
     */
    get: operations['plans.listHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * So sánh hai thời điểm của kế hoạch
     * @description Compare two points of a plan
     */
    get: operations['plans.diff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/amendments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Đề nghị điều chỉnh của kế hoạch
     * @description Amendments of a plan
     */
    get: operations['plans.listAmendments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/amendments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Đề nghị điều chỉnh, bổ sung
     * @description List amendments
     */
    get: operations['amendments.list'];
    put?: never;
    /**
     * Đề nghị điều chỉnh, bổ sung
     * @description Propose an amendment
     */
    post: operations['amendments.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/amendments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem đề nghị điều chỉnh
     * @description Read an amendment
     */
    get: operations['amendments.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Danh sách hoạt động
     * @description List activities
     */
    get: operations['activities.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem hoạt động
     * @description Read an activity
     */
    get: operations['activities.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tiến độ của hoạt động
     * @description Progress of an activity
     */
    get: operations['activities.listProgress'];
    put?: never;
    /**
     * Ghi tiến độ
     * @description Record progress
     */
    post: operations['activities.progress'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/difficulties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Khó khăn của hoạt động
     * @description Difficulties of an activity
     */
    get: operations['activities.listDifficulties'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/participations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Phần tham gia hoạt động liên tỉnh
     * @description List participations
     */
    get: operations['participations.list'];
    put?: never;
    /**
     * Tham gia hoạt động của đơn vị bạn
     * @description Take part in an activity of another tenant
     */
    post: operations['participations.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/participations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem phần tham gia
     * @description Read a participation
     */
    get: operations['participations.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Khó khăn, vướng mắc
     * @description List difficulties
     */
    get: operations['difficulties.list'];
    put?: never;
    /**
     * Nêu khó khăn, vướng mắc
     * @description Raise a difficulty
     */
    post: operations['difficulties.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem khó khăn, vướng mắc
     * @description Read a difficulty
     */
    get: operations['difficulties.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Nghĩa vụ báo cáo
     * @description List report obligations
     */
    get: operations['obligations.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem nghĩa vụ báo cáo
     * @description Read an obligation
     */
    get: operations['obligations.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Báo cáo để tổng hợp
     * @description Reports to compile from
     */
    get: operations['obligations.listSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Báo cáo đã gửi
     * @description List reports
     */
    get: operations['reports.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/debtor-lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Danh sách nơi phải báo cáo
     * @description Lists of who owes a report
     */
    get: operations['debtor-lists.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/debtor-lists/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem danh sách nơi phải báo cáo
     * @description Read a list of who owes a report
     */
    get: operations['debtor-lists.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Đợt yêu cầu báo cáo, đề xuất
     * @description List campaigns
     */
    get: operations['campaigns.list'];
    put?: never;
    /**
     * Mở đợt yêu cầu báo cáo, đề xuất
     * @description Launch a campaign
     */
    post: operations['campaigns.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem đợt yêu cầu
     * @description Read a campaign
     */
    get: operations['campaigns.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/needs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Nhu cầu, đề xuất
     * @description List needs
     */
    get: operations['needs.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Thông báo của tôi
     * @description My notifications
     */
    get: operations['notifications.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tài khoản của tôi
     * @description My account
     */
    get: operations['me.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tenants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Các địa phương trên nền tảng
     * @description List tenants
     */
    get: operations['tenants.list'];
    put?: never;
    /**
     * Thêm đơn vị
     * @description Add a tenant
     */
    post: operations['tenants.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Toàn cảnh các địa phương
     * @description Overview of the provinces
     */
    get: operations['overview.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/overview/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Báo cáo các địa phương đã chia sẻ
     * @description Reports that provinces shared
     */
    get: operations['overview.listReports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lịch sử thay đổi
     * @description History of changes
     */
    get: operations['history.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/history/why': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Vì sao một nội dung như hiện nay
     * @description Why a field says what it says
     */
    get: operations['history.why'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/history/compare': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * So sánh hai thời điểm của một hồ sơ
     * @description Compare two points of a record
     */
    get: operations['history.compare'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/history/comparison': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Bản so sánh dạng Word hoặc PDF
     * @description A comparison as Word or PDF
     */
    get: operations['history.comparison'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/checkpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Điểm kiểm có chữ ký của nhật ký
     * @description Signed checkpoint of the log
     */
    get: operations['audit.checkpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Khóa của nhật ký và các nhân chứng, cho chính sách kiểm toán
     * @description The log's key and witnesses, for an audit policy
     */
    get: operations['audit.policy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/tile/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Một mảnh cây băm của nhật ký
     * @description A tile of the log's hash tree
     */
    get: operations['audit.tile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Chứng minh một sự kiện nằm trong nhật ký
     * @description Proof that an event is in the log
     */
    get: operations['audit.proof'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/logs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Nhật ký của các nhật ký: điểm kiểm đã nhận và đã từ chối
     * @description The log of logs: checkpoints that it took and refused
     */
    get: operations['audit.logs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/bundle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tệp kiểm toán của kế hoạch, hoạt động hoặc toàn bộ nhật ký
     * @description Audit file of a plan, an activity or the whole log
     */
    get: operations['audit.bundle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Nhật ký sự kiện của địa phương
     * @description The tenant's log in order
     */
    get: operations['audit.listEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/rights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ai có quyền gì vào một ngày
     * @description Who had which right on a day
     */
    get: operations['audit.listRights'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/rights/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Danh sách quyền vào một ngày, dạng bảng
     * @description Rights on a day as a table file
     */
    get: operations['audit.rightsFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/reads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ai đã xem dữ liệu cá nhân
     * @description Who read personal data
     */
    get: operations['audit.listReads'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Luồng thay đổi (SSE)
     * @description Changes as server-sent events
     */
    get: operations['stream.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/demonstration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ngày trình diễn
     * @description The demonstration day
     */
    get: operations['demonstration.get'];
    put?: never;
    /**
     * Chuyển ngày trình diễn
     * @description Move the demonstration day
     */
    post: operations['demonstration.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tenants/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa mã đơn vị nhập nhầm
     * @description Correct a tenant's code
     */
    post: operations['tenants.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tài khoản của đơn vị
     * @description Sign-in accounts
     */
    get: operations['accounts.list'];
    put?: never;
    /**
     * Thêm tài khoản đăng nhập
     * @description Add a sign-in account
     */
    post: operations['accounts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{id}/resetPassword': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cấp lại mật khẩu
     * @description Give a new one-time password
     */
    post: operations['accounts.resetPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Xem tên người dùng của một tài khoản (mỗi lần xem được ghi lại)
     * @description Name of the person behind an account (each reading is recorded)
     */
    get: operations['accounts.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/projections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Dữ liệu đọc và độ trễ
     * @description Read models and their lag
     */
    get: operations['operations.projections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/rebuilds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tiến độ dựng lại dữ liệu đọc
     * @description How far rebuilds of read models are
     */
    get: operations['operations.rebuilds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/rebuild': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Dựng lại dữ liệu đọc
     * @description Rebuild read models
     */
    post: operations['operations.rebuild'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/parked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Thông điệp bị giữ
     * @description Parked messages
     */
    get: operations['operations.parked'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/replaceKey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Thay khóa của đơn vị
     * @description Replace the tenant's key
     */
    post: operations['operations.replaceKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/parked/{service}/{message}/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xử lý lại thông điệp bị giữ
     * @description Re-drive a parked message
     */
    post: operations['operations.redrive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/parked/{service}/{message}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bỏ thông điệp bị giữ
     * @description Discard a parked message
     */
    post: operations['operations.discard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/parked/{service}/{message}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Một thông điệp bị giữ
     * @description One parked message
     */
    get: operations['operations.inspect'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gửi tệp minh chứng
     * @description Store a file as evidence
     */
    post: operations['files.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisations/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Kết thúc hoạt động cơ quan
     * @description End an organisation
     */
    post: operations['organisations.end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisations/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu
     * @description Correct our typing error
     */
    post: operations['organisations.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisations/{id}/correctEnd': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu của ngày kết thúc
     * @description Correct an end that was typed wrong
     */
    post: operations['organisations.correctEnd'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisations/{id}/confirmList': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xác nhận danh sách của nhóm cơ quan
     * @description Confirm the list of an open class
     */
    post: operations['organisations.confirmList'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/{id}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Phân công
     * @description Assign a role
     */
    post: operations['staff.assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/{id}/endAssignment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Kết thúc phân công
     * @description End an assignment
     */
    post: operations['staff.endAssignment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contacts/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu
     * @description Correct our typing error
     */
    post: operations['contacts.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures/{id}/assess': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xem xét yêu cầu xóa
     * @description Assess a request for erasure
     */
    post: operations['erasures.assess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Duyệt xóa dữ liệu cá nhân
     * @description Approve an erasure
     */
    post: operations['erasures.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trả lời người yêu cầu
     * @description Answer the person
     */
    post: operations['erasures.answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu
     * @description Correct our typing error
     */
    post: operations['documents.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directives/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu
     * @description Correct our typing error
     */
    post: operations['directives.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directives/{id}/setDeadline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Đặt thời hạn
     * @description Set a deadline
     */
    post: operations['directives.setDeadline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directives/{id}/correctDeadline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu của thời hạn
     * @description Correct a deadline that was typed wrong
     */
    post: operations['directives.correctDeadline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/working-groups/{id}/placeUnder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ghi kế hoạch, thỏa thuận của Tổ công tác
     * @description Name the plan or agreement of a working group
     */
    post: operations['working-groups.placeUnder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/working-groups/{id}/changeRoster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Kiện toàn Tổ công tác
     * @description Change the roster of a working group
     */
    post: operations['working-groups.changeRoster'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{id}/revise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa bản ghi thỏa thuận
     * @description Revise the record
     */
    post: operations['agreements.revise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{id}/confirmOnPaper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ghi nhận xác nhận trên giấy
     * @description Record a confirmation on paper
     */
    post: operations['agreements.confirmOnPaper'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{id}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gia hạn thỏa thuận
     * @description Extend an agreement
     */
    post: operations['agreements.extend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{id}/correctExtension': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu của gia hạn
     * @description Correct an extension that was typed wrong
     */
    post: operations['agreements.correctExtension'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Kết thúc thỏa thuận
     * @description Close an agreement
     */
    post: operations['agreements.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xác nhận bản ghi khớp với văn bản
     * @description Confirm that the record matches the paper
     */
    post: operations['agreements.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Từ chối xác nhận
     * @description Refuse to confirm
     */
    post: operations['agreements.refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/recordIssued': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Nhập kế hoạch đã ban hành trên giấy
     * @description Enter a plan issued on paper
     */
    post: operations['plans.recordIssued'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/revise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa dự thảo
     * @description Revise the draft
     */
    post: operations['plans.revise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/consult': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gửi lấy ý kiến
     * @description Consult
     */
    post: operations['plans.consult'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/comment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Góp ý
     * @description Comment
     */
    post: operations['plans.comment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/decideComment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tiếp thu, giải trình góp ý
     * @description Decide a comment
     */
    post: operations['plans.decideComment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trình ký
     * @description Submit for signature
     */
    post: operations['plans.submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/retract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rút lại
     * @description Retract
     */
    post: operations['plans.retract'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/sendBack': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trả lại để hoàn thiện
     * @description Send back
     */
    post: operations['plans.sendBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/sign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ký
     * @description Sign
     */
    post: operations['plans.sign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/issue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cấp số, ngày và ban hành
     * @description Number and issue
     */
    post: operations['plans.issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/amend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Quyết định điều chỉnh
     * @description Decide an amendment
     */
    post: operations['plans.amend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/recordAmendment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Nhập điều chỉnh đã ban hành trên giấy
     * @description Enter an amendment issued on paper
     */
    post: operations['plans.recordAmendment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/rectify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Đính chính
     * @description Rectify form
     */
    post: operations['plans.rectify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/recall': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Thu hồi
     * @description Recall
     */
    post: operations['plans.recall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Thay thế, bãi bỏ, hủy bỏ
     * @description End a plan
     */
    post: operations['plans.end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu
     * @description Correct our typing error
     */
    post: operations['plans.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tổng kết, đóng kế hoạch
     * @description Close
     */
    post: operations['plans.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/acknowledgeRecall': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xác nhận đã nhận thu hồi
     * @description Acknowledge the recall
     */
    post: operations['plans.acknowledgeRecall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/amendments/{id}/revise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa đề nghị điều chỉnh
     * @description Revise an amendment
     */
    post: operations['amendments.revise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/amendments/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trình đề nghị điều chỉnh
     * @description Submit an amendment
     */
    post: operations['amendments.submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/amendments/{id}/retract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rút đề nghị điều chỉnh
     * @description Retract an amendment
     */
    post: operations['amendments.retract'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/amendments/{id}/sendBack': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trả lại đề nghị điều chỉnh
     * @description Send an amendment back
     */
    post: operations['amendments.sendBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu của tiến độ
     * @description Correct a typing error in the progress
     */
    post: operations['activities.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tạm dừng
     * @description Suspend
     */
    post: operations['activities.suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tiếp tục
     * @description Resume
     */
    post: operations['activities.resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/reportDone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Báo đã làm xong
     * @description Report done
     */
    post: operations['activities.reportDone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/confirmDone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xác nhận hoàn thành
     * @description Confirm done
     */
    post: operations['activities.confirmDone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/unconfirmDone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rút xác nhận hoàn thành
     * @description Take a confirmation back
     */
    post: operations['activities.unconfirmDone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/refuseDone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Chưa công nhận hoàn thành
     * @description Refuse done
     */
    post: operations['activities.refuseDone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/postpone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lùi thời gian
     * @description Postpone
     */
    post: operations['activities.postpone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/carryOver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Chuyển tiếp sang kế hoạch sau
     * @description Carry over to a later plan
     */
    post: operations['activities.carryOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/linkSameAs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ghi nhận cùng một việc với hoạt động khác
     * @description Link as the same work
     */
    post: operations['activities.linkSameAs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/unlinkSameAs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bỏ ghi nhận cùng một việc
     * @description Unlink the same work
     */
    post: operations['activities.unlinkSameAs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/activities/{id}/takeOver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tiếp nhận kết quả bên tham gia báo
     * @description Take over what a participant reported
     */
    post: operations['activities.takeOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/participations/{id}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ghi tiến độ phần tham gia
     * @description Record progress of our part
     */
    post: operations['participations.progress'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/participations/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu của tiến độ phần tham gia
     * @description Correct a typing error in the progress of our part
     */
    post: operations['participations.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/participations/{id}/reportDone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Báo phần tham gia đã xong
     * @description Report our part done
     */
    post: operations['participations.reportDone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/participations/{id}/propose': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Đề xuất với đơn vị chủ trì kế hoạch
     * @description Propose to the owner of the plan
     */
    post: operations['participations.propose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/participations/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Thôi tham gia
     * @description Withdraw
     */
    post: operations['participations.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/receive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tiếp nhận
     * @description Receive
     */
    post: operations['difficulties.receive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Giao xử lý
     * @description Assign
     */
    post: operations['difficulties.assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/takeMeasure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ghi biện pháp tháo gỡ
     * @description Record a measure
     */
    post: operations['difficulties.takeMeasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/submitToCommittee': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trình UBND
     * @description Submit to the committee
     */
    post: operations['difficulties.submitToCommittee'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/passToPartner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Đề nghị bên đối tác phối hợp
     * @description Pass to the other party
     */
    post: operations['difficulties.passToPartner'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/petition': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Kiến nghị cấp có thẩm quyền
     * @description Petition a competent authority
     */
    post: operations['difficulties.petition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/recordAnswer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ghi ý kiến của cấp có thẩm quyền
     * @description Record the authority's answer
     */
    post: operations['difficulties.recordAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Đã tháo gỡ
     * @description Resolve
     */
    post: operations['difficulties.resolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/confirmResolution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xác nhận đã tháo gỡ
     * @description Confirm the resolution
     */
    post: operations['difficulties.confirmResolution'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Không giải quyết
     * @description Decline
     */
    post: operations['difficulties.decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mở lại
     * @description Reopen
     */
    post: operations['difficulties.reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/difficulties/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trả lời bên đối tác
     * @description Answer the other party
     */
    post: operations['difficulties.answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/draftReport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Soạn báo cáo
     * @description Draft the report
     */
    post: operations['obligations.draftReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/sendReport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gửi báo cáo
     * @description Send the report
     */
    post: operations['obligations.sendReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/retractReport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rút báo cáo
     * @description Retract the report
     */
    post: operations['obligations.retractReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/receiveReport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tiếp nhận báo cáo
     * @description Receive the report
     */
    post: operations['obligations.receiveReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/sendBackReport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trả lại báo cáo
     * @description Send the report back
     */
    post: operations['obligations.sendBackReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/acceptReport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Chấp nhận báo cáo
     * @description Accept the report
     */
    post: operations['obligations.acceptReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/requestExtension': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xin gia hạn
     * @description Ask for an extension
     */
    post: operations['obligations.requestExtension'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/decideExtension': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Quyết định gia hạn
     * @description Decide the extension
     */
    post: operations['obligations.decideExtension'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/urge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Đôn đốc
     * @description Urge
     */
    post: operations['obligations.urge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/waive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Miễn báo cáo
     * @description Waive
     */
    post: operations['obligations.waive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/obligations/{id}/transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Chuyển cơ quan kế thừa
     * @description Transfer to the successor
     */
    post: operations['obligations.transfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu
     * @description Correct our typing error
     */
    post: operations['campaigns.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{id}/confirmDebtors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xác nhận nơi phải trả lời đợt yêu cầu
     * @description Confirm who must answer a campaign
     */
    post: operations['campaigns.confirmDebtors'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/debtor-lists/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Xác nhận danh sách nơi phải báo cáo
     * @description Confirm who owes the report
     */
    post: operations['debtor-lists.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/debtor-lists/{id}/correctEntry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sửa lỗi nhập liệu của danh sách
     * @description Correct a list that was confirmed by mistake
     */
    post: operations['debtor-lists.correctEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Đánh dấu đã đọc
     * @description Mark as read
     */
    post: operations['notifications.read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    CommandAnswer: {
      /** Format: uuid */
      id: string;
      revision: number;
      position: number;
    };
    Page: {
      items: Record<string, never>[];
      next: string | null;
      total: number;
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      code: string;
      params?: Record<string, never>;
      errors?: {
        pointer: string;
        code: string;
        detail: string;
      }[];
      since?: {
        revision: number;
        type: string;
        recordedAt: string;
        role: string;
        organisationId?: string;
      }[];
      correlationId?: string;
    };
  };
  responses: {
    /** @description Done */
    CommandAnswer: {
      headers: {
        ETag?: string;
        'Lk-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['CommandAnswer'];
      };
    };
    /** @description At most 500 rows */
    Page: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Page'];
      };
    };
    /** @description Problem details (RFC 9457) */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    id: string;
    /** @description Revision seen, "3" */
    IfMatch: string;
    /** @description Revision seen, "3"; demanded (428) unless nothing is there yet, so that there is none to be seen */
    IfMatchUnlessFirst: string;
    /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
    IdempotencyKey: string;
    /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
    LkAfter: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'organisations.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'name' | '-name';
        q?: string;
        kind?:
          | 'committee'
          | 'department'
          | 'board'
          | 'centre'
          | 'institute'
          | 'hospital'
          | 'district'
          | 'firm'
          | 'school'
          | 'office'
          | 'ministry'
          | 'party'
          | 'council'
          | 'socialInsurance'
          | 'press'
          | 'inspectorate'
          | 'group';
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'organisations.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          /** @enum {string} */
          kind:
            | 'committee'
            | 'department'
            | 'board'
            | 'centre'
            | 'institute'
            | 'hospital'
            | 'district'
            | 'firm'
            | 'school'
            | 'office'
            | 'ministry'
            | 'party'
            | 'council'
            | 'socialInsurance'
            | 'press'
            | 'inspectorate'
            | 'group';
          /** @default [] */
          aliases?: string[];
          /** Format: uuid */
          parentId?: string;
          /** @default false */
          outside?: boolean;
          /** Format: uuid */
          id?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'organisations.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'staff.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'validFrom' | '-validFrom';
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'contacts.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'entered' | '-entered';
        q?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'contacts.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id?: string;
          office: {
            title?: string;
            division?: string;
            organisation: string;
            /** Format: uuid */
            organisationId?: string;
          };
          name: string;
          phone?: string;
          email?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'contacts.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'erasures.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'entered' | '-entered';
        state?: 'requested' | 'assessed' | 'approved' | 'erased' | 'refused' | 'answered';
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'erasures.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          contactId: string;
          /** Format: date */
          receivedOn: string;
          /** @enum {string} */
          ground: 'person' | 'purposeEnded' | 'retentionOver' | 'authority';
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          files?: string[];
          /** Format: uuid */
          id?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'erasures.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'files.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': unknown;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'documents.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'entered' | '-entered';
        q?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'documents.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind:
            | 'plan'
            | 'officialLetter'
            | 'report'
            | 'submissionPaper'
            | 'agreement'
            | 'memorandum'
            | 'resolution'
            | 'decision'
            | 'appendix'
            | 'routingSlip'
            | 'programme'
            | 'list'
            | 'form'
            | 'other';
          number?: string;
          symbol?: string;
          date?: {
            year: number;
            month?: number;
            day?: number;
          };
          dateAsPrinted?: string;
          place?: string;
          issuer?: {
            printed: string;
            /** Format: uuid */
            organisationId?: string;
          };
          abstract: string;
          signer?: {
            name?: string;
            title?: string;
            /** @enum {string} */
            capacity:
              'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
          };
          /** @default [] */
          addressees?: string[];
          /** @default [] */
          recipients?: {
            text: string;
            /** @enum {string} */
            purpose?:
              'forReport' | 'forInformation' | 'forImplementation' | 'forMonitoring' | 'forCoordination';
          }[];
          archiveLine?: string;
          /** @enum {string} */
          standing: 'own' | 'incoming' | 'citedOnly' | 'draft';
          incoming?: {
            number: string;
            /** Format: date */
            on: string;
          };
          /** @default [] */
          enclosures?: string[];
          /** @default [] */
          legalBases?: string[];
          /** @default [] */
          conflicts?: string[];
          publication?: string;
          /** Format: uuid */
          id?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'documents.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'directives.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'entered' | '-entered';
        q?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'directives.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          text: string;
          about?: {
            tenant?: string;
            /** Format: uuid */
            id?: string;
            printed: string;
          };
          tasks: {
            lead: {
              printed: string;
              /** Format: uuid */
              organisationId?: string;
            };
            /** @default [] */
            coordinators?: {
              printed: string;
              /** Format: uuid */
              organisationId?: string;
            }[];
            /** Format: date */
            dueOn?: string;
            text: string;
          }[];
          example?: boolean;
          /** Format: uuid */
          id?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'directives.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'working-groups.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'entered' | '-entered';
        q?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'working-groups.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          underPlan?: {
            tenant?: string;
            /** Format: uuid */
            id?: string;
            printed: string;
          };
          underAgreement?: {
            tenant?: string;
            /** Format: uuid */
            id?: string;
            printed: string;
          };
          teams: {
            /** Format: uuid */
            id: string;
            name: string;
            members: {
              /** Format: uuid */
              id?: string;
              honorific?: string;
              name: string;
              title: string;
              role: string;
              tenant?: string;
              /** Format: date */
              from?: string;
              /** Format: date */
              to?: string;
            }[];
          }[];
          /** @default [] */
          sharedWith?: string[];
          /** Format: uuid */
          id?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'working-groups.get': {
    parameters: {
      query?: {
        asOf?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'agreements.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'name' | '-name';
        q?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          /**
           * @default agreement
           * @enum {string}
           */
          kind?: 'agreement' | 'memorandum';
          parties: {
            name: string;
            tenant?: string;
            /**
             * @default printed
             * @enum {string}
             */
            basis?: 'printed' | 'reference';
          }[];
          signedOn?: {
            year: number;
            month?: number;
            day?: number;
          };
          place?: string;
          termFrom?: {
            year: number;
            month?: number;
            day?: number;
          };
          /** Format: date */
          termTo?: string;
          /** @enum {string} */
          termBasis?: 'printed' | 'derived';
          region?: string;
          /** @default [] */
          fields?: string[];
          /** @default [] */
          legalBases?: string[];
          parent?: {
            tenant?: string;
            /** Format: uuid */
            id?: string;
            printed: string;
          };
          /** Format: uuid */
          id?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.get': {
    parameters: {
      query?: {
        asOf?: string;
        knownAt?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'plans.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'issuedOn' | 'title' | 'number' | '-issuedOn' | '-title' | '-number';
        q?: string;
        state?:
          | 'draft'
          | 'consulting'
          | 'submitted'
          | 'retracted'
          | 'sentBack'
          | 'signed'
          | 'issued'
          | 'recalled'
          | 'replaced'
          | 'repealed'
          | 'annulled'
          | 'closed'
          | 'expired';
        origin?: 'own' | 'received';
        asOf?: string;
        knownAt?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'plans.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id?: string;
          content: {
            title: string;
            /** @default false */
            example?: boolean;
            /** @default [] */
            horizons?: {
              /** Format: uuid */
              id: string;
              label: string;
              /** Format: date */
              from?: string;
              /** Format: date */
              to?: string;
            }[];
            /** @default [] */
            underAgreements?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            }[];
            underPlan?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            };
            /** Format: uuid */
            focalAgencyId?: string;
            leaderInCharge?: string;
            /** Format: uuid */
            documentId?: string;
            /** @default [] */
            legalBases?: string[];
            /** @default [] */
            sections?: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              parentId?: string;
              printedNumber?: string;
              title: string;
              /** Format: uuid */
              horizonId?: string;
              /** @default [] */
              leads?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
            }[];
            /** @default [] */
            items?: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              sectionId: string;
              printedNumber?: string;
              text: string;
              /** @default [] */
              leads?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @enum {string} */
              leadScope: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
              /** @default [] */
              coordinators?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @default [] */
              contactOffices?: {
                title?: string;
                division?: string;
                organisation?: string;
                /** Format: uuid */
                contactId?: string;
              }[];
              deliverable?: string;
              time?: string;
              note?: string;
              /** @enum {string} */
              scope?: 'regional' | 'bilateral' | 'general';
              /** @default [] */
              partnerTenants?: string[];
              host?: string;
              place?: string;
              /** @enum {string} */
              field?:
                | 'dau_tu'
                | 'thuong_mai'
                | 'du_lich'
                | 'giao_thong'
                | 'y_te'
                | 'giao_duc_dao_tao'
                | 'dao_tao_can_bo'
                | 'lao_dong'
                | 'khcn_cds'
                | 'khoi_nghiep_dmst'
                | 'nong_nghiep'
                | 'cong_nghiep'
                | 'moi_truong_bdkh'
                | 'van_hoa_the_thao'
                | 'an_sinh_xa_hoi'
                | 'tong_hop';
              /** Format: uuid */
              parentItemId?: string;
              /** @default [] */
              subTasks?: string[];
              /** Format: uuid */
              sameAsItemId?: string;
              /** Format: uuid */
              provisionId?: string;
              /** @default false */
              awaitsTrigger?: boolean;
              /** @default true */
              becomesActivity?: boolean;
            }[];
            /** @default [] */
            provisions?: {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
              text: string;
              what: string;
              asPrinted?: string;
              debtors: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @default false */
              openClass?: boolean;
              receiver?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
                tenant?: string;
              };
              /** @default false */
              peers?: boolean;
              rule:
                | {
                    /** @constant */
                    kind: 'yearlyBefore';
                    month: number;
                    day: number;
                  }
                | {
                    /** @constant */
                    kind: 'yearlyWithin';
                    month: number;
                  }
                | {
                    /** @constant */
                    kind: 'onceBefore';
                    /** Format: date */
                    date: string;
                  }
                | {
                    /** @constant */
                    kind: 'onceWithin';
                    year: number;
                    month: number;
                  }
                | {
                    /** @constant */
                    kind: 'cycles';
                    quarter: boolean;
                    halfYear: boolean;
                    year: boolean;
                  }
                | {
                    /** @constant */
                    kind: 'quarterly';
                  }
                | {
                    /** @constant */
                    kind: 'onRequest';
                  }
                | {
                    /** @constant */
                    kind: 'undated';
                  };
            }[];
            /** @default [] */
            recipients?: {
              text: string;
              /** @enum {string} */
              purpose?:
                'forReport' | 'forInformation' | 'forImplementation' | 'forMonitoring' | 'forCoordination';
            }[];
            archiveLine?: string;
          };
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.get': {
    parameters: {
      query?: {
        asOf?: string;
        knownAt?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'plans.listItems': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        asOf?: string;
        knownAt?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'plans.listHistory': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'plans.diff': {
    parameters: {
      query: {
        from: string;
        to: string;
        knownFrom?: string;
        knownTo?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'plans.listAmendments': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'amendments.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'id' | '-id';
        state?: 'proposed' | 'submitted' | 'retracted' | 'sentBack' | 'decided';
        planId?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'amendments.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id?: string;
          /** Format: uuid */
          planId: string;
          reason: string;
          changes: (
            | {
                /** @constant */
                op: 'setItem';
                /** Format: uuid */
                itemId: string;
                fields: {
                  /** Format: uuid */
                  sectionId?: string;
                  printedNumber?: string;
                  text?: string;
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @enum {string} */
                  leadScope?: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
                  coordinators?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  contactOffices?: {
                    title?: string;
                    division?: string;
                    organisation?: string;
                    /** Format: uuid */
                    contactId?: string;
                  }[];
                  deliverable?: string;
                  time?: string;
                  note?: string;
                  /** @enum {string} */
                  scope?: 'regional' | 'bilateral' | 'general';
                  partnerTenants?: string[];
                  host?: string;
                  place?: string;
                  /** @enum {string} */
                  field?:
                    | 'dau_tu'
                    | 'thuong_mai'
                    | 'du_lich'
                    | 'giao_thong'
                    | 'y_te'
                    | 'giao_duc_dao_tao'
                    | 'dao_tao_can_bo'
                    | 'lao_dong'
                    | 'khcn_cds'
                    | 'khoi_nghiep_dmst'
                    | 'nong_nghiep'
                    | 'cong_nghiep'
                    | 'moi_truong_bdkh'
                    | 'van_hoa_the_thao'
                    | 'an_sinh_xa_hoi'
                    | 'tong_hop';
                  /** Format: uuid */
                  parentItemId?: string;
                  subTasks?: string[];
                  /** Format: uuid */
                  sameAsItemId?: string;
                  /** Format: uuid */
                  provisionId?: string;
                  awaitsTrigger?: boolean;
                  becomesActivity?: boolean;
                };
                clear?: (
                  | 'printedNumber'
                  | 'deliverable'
                  | 'time'
                  | 'note'
                  | 'scope'
                  | 'host'
                  | 'place'
                  | 'field'
                  | 'parentItemId'
                  | 'sameAsItemId'
                  | 'provisionId'
                )[];
              }
            | {
                /** @constant */
                op: 'addItem';
                item: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  sectionId: string;
                  printedNumber?: string;
                  text: string;
                  /** @default [] */
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @enum {string} */
                  leadScope: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
                  /** @default [] */
                  coordinators?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @default [] */
                  contactOffices?: {
                    title?: string;
                    division?: string;
                    organisation?: string;
                    /** Format: uuid */
                    contactId?: string;
                  }[];
                  deliverable?: string;
                  time?: string;
                  note?: string;
                  /** @enum {string} */
                  scope?: 'regional' | 'bilateral' | 'general';
                  /** @default [] */
                  partnerTenants?: string[];
                  host?: string;
                  place?: string;
                  /** @enum {string} */
                  field?:
                    | 'dau_tu'
                    | 'thuong_mai'
                    | 'du_lich'
                    | 'giao_thong'
                    | 'y_te'
                    | 'giao_duc_dao_tao'
                    | 'dao_tao_can_bo'
                    | 'lao_dong'
                    | 'khcn_cds'
                    | 'khoi_nghiep_dmst'
                    | 'nong_nghiep'
                    | 'cong_nghiep'
                    | 'moi_truong_bdkh'
                    | 'van_hoa_the_thao'
                    | 'an_sinh_xa_hoi'
                    | 'tong_hop';
                  /** Format: uuid */
                  parentItemId?: string;
                  /** @default [] */
                  subTasks?: string[];
                  /** Format: uuid */
                  sameAsItemId?: string;
                  /** Format: uuid */
                  provisionId?: string;
                  /** @default false */
                  awaitsTrigger?: boolean;
                  /** @default true */
                  becomesActivity?: boolean;
                };
                /** Format: uuid */
                afterItemId?: string;
              }
            | {
                /** @constant */
                op: 'removeItem';
                /** Format: uuid */
                itemId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'setSection';
                /** Format: uuid */
                sectionId: string;
                fields: {
                  /** Format: uuid */
                  parentId?: string;
                  printedNumber?: string;
                  title?: string;
                  /** Format: uuid */
                  horizonId?: string;
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                };
                clear?: ('parentId' | 'printedNumber' | 'horizonId')[];
              }
            | {
                /** @constant */
                op: 'addSection';
                section: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  parentId?: string;
                  printedNumber?: string;
                  title: string;
                  /** Format: uuid */
                  horizonId?: string;
                  /** @default [] */
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                };
                /** Format: uuid */
                afterSectionId?: string;
              }
            | {
                /** @constant */
                op: 'removeSection';
                /** Format: uuid */
                sectionId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'setProvision';
                /** Format: uuid */
                provisionId: string;
                fields: {
                  /** @enum {string} */
                  subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
                  text?: string;
                  what?: string;
                  asPrinted?: string;
                  debtors?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  openClass?: boolean;
                  receiver?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                    tenant?: string;
                  };
                  peers?: boolean;
                  rule?:
                    | {
                        /** @constant */
                        kind: 'yearlyBefore';
                        month: number;
                        day: number;
                      }
                    | {
                        /** @constant */
                        kind: 'yearlyWithin';
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'onceBefore';
                        /** Format: date */
                        date: string;
                      }
                    | {
                        /** @constant */
                        kind: 'onceWithin';
                        year: number;
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'cycles';
                        quarter: boolean;
                        halfYear: boolean;
                        year: boolean;
                      }
                    | {
                        /** @constant */
                        kind: 'quarterly';
                      }
                    | {
                        /** @constant */
                        kind: 'onRequest';
                      }
                    | {
                        /** @constant */
                        kind: 'undated';
                      };
                };
                clear?: ('subject' | 'asPrinted' | 'receiver')[];
              }
            | {
                /** @constant */
                op: 'addProvision';
                provision: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
                  text: string;
                  what: string;
                  asPrinted?: string;
                  debtors: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @default false */
                  openClass?: boolean;
                  receiver?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                    tenant?: string;
                  };
                  /** @default false */
                  peers?: boolean;
                  rule:
                    | {
                        /** @constant */
                        kind: 'yearlyBefore';
                        month: number;
                        day: number;
                      }
                    | {
                        /** @constant */
                        kind: 'yearlyWithin';
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'onceBefore';
                        /** Format: date */
                        date: string;
                      }
                    | {
                        /** @constant */
                        kind: 'onceWithin';
                        year: number;
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'cycles';
                        quarter: boolean;
                        halfYear: boolean;
                        year: boolean;
                      }
                    | {
                        /** @constant */
                        kind: 'quarterly';
                      }
                    | {
                        /** @constant */
                        kind: 'onRequest';
                      }
                    | {
                        /** @constant */
                        kind: 'undated';
                      };
                };
                /** Format: uuid */
                afterProvisionId?: string;
              }
            | {
                /** @constant */
                op: 'removeProvision';
                /** Format: uuid */
                provisionId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'move';
                /** @enum {string} */
                of: 'item' | 'section' | 'provision';
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                afterId?: string;
              }
            | {
                /** @constant */
                op: 'setPlan';
                fields: {
                  title?: string;
                  recipients?: {
                    text: string;
                    /** @enum {string} */
                    purpose?:
                      | 'forReport'
                      | 'forInformation'
                      | 'forImplementation'
                      | 'forMonitoring'
                      | 'forCoordination';
                  }[];
                  leaderInCharge?: string;
                  /** Format: uuid */
                  focalAgencyId?: string;
                  horizons?: {
                    /** Format: uuid */
                    id: string;
                    label: string;
                    /** Format: date */
                    from?: string;
                    /** Format: date */
                    to?: string;
                  }[];
                  legalBases?: string[];
                  archiveLine?: string;
                  underAgreements?: {
                    tenant?: string;
                    /** Format: uuid */
                    id?: string;
                    printed: string;
                  }[];
                  underPlan?: {
                    tenant?: string;
                    /** Format: uuid */
                    id?: string;
                    printed: string;
                  };
                  /** Format: uuid */
                  documentId?: string;
                  example?: boolean;
                };
                clear?: ('leaderInCharge' | 'focalAgencyId' | 'archiveLine' | 'underPlan' | 'documentId')[];
              }
          )[];
          /** @default [] */
          difficulties?: string[];
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'amendments.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'activities.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'printed' | 'until' | 'state' | '-printed' | '-until' | '-state';
        q?: string;
        state?:
          | 'planned'
          | 'awaitingTrigger'
          | 'inProgress'
          | 'suspended'
          | 'postponed'
          | 'reportedDone'
          | 'done'
          | 'cancelled'
          | 'enteredInError'
          | 'carriedOver';
        origin?: 'own' | 'received';
        signal?: 'none' | 'dueSoon' | 'overdue' | 'beganBeforeInForce' | 'noInformation';
        planId?: string;
        organisationId?: string;
        lead?: 'mine';
        asOf?: string;
        knownAt?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'activities.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'activities.listProgress': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'activities.progress': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** Format: date */
          happenedOn: string;
          /** @default [] */
          figures?: {
            label: string;
            value: number;
            unit: string;
          }[];
          /** @default [] */
          links?: string[];
          /** @default [] */
          evidence?: string[];
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.listDifficulties': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'participations.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'entered' | '-entered';
        origin?: 'own' | 'received';
        activityId?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'participations.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          activityId: string;
          /** @enum {string} */
          role: 'lead' | 'coordinate' | 'attend';
          note?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'participations.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'difficulties.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'entered' | 'dueOn' | '-entered' | '-dueOn';
        state?:
          | 'raised'
          | 'received'
          | 'assigned'
          | 'submittedToCommittee'
          | 'petitioned'
          | 'answered'
          | 'resolved'
          | 'confirmed'
          | 'declined'
          | 'reopened';
        origin?: 'own' | 'received';
        activityId?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id?: string;
          /** Format: uuid */
          activityId?: string;
          /** Format: uuid */
          planId?: string;
          text: string;
          /** @enum {string} */
          field?:
            | 'dau_tu'
            | 'thuong_mai'
            | 'du_lich'
            | 'giao_thong'
            | 'y_te'
            | 'giao_duc_dao_tao'
            | 'dao_tao_can_bo'
            | 'lao_dong'
            | 'khcn_cds'
            | 'khoi_nghiep_dmst'
            | 'nong_nghiep'
            | 'cong_nghiep'
            | 'moi_truong_bdkh'
            | 'van_hoa_the_thao'
            | 'an_sinh_xa_hoi'
            | 'tong_hop';
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'obligations.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'dueOn' | 'title' | '-dueOn' | '-title';
        q?: string;
        state?:
          | 'open'
          | 'extensionRequested'
          | 'sent'
          | 'retracted'
          | 'received'
          | 'sentBack'
          | 'accepted'
          | 'waived'
          | 'awaitsSuccessor'
          | 'unknownOutcome';
        signal?: 'none' | 'dueSoon' | 'dueToday' | 'overdue' | 'noInformation';
        planId?: string;
        organisationId?: string;
        campaignId?: string;
        role?: 'debtor' | 'receiver';
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'obligations.listSources': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'reports.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'sentOn' | '-sentOn';
        state?: 'sent' | 'retracted' | 'received' | 'sentBack' | 'accepted';
        planId?: string;
        organisationId?: string;
        campaignId?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'debtor-lists.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'period' | '-period';
        state?: 'proposed' | 'confirmed';
        planId?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'debtor-lists.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'campaigns.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'launchedOn' | '-launchedOn';
        q?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'campaigns.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          title: string;
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          receiver: {
            printed: string;
            /** Format: uuid */
            organisationId?: string;
          };
          asPrinted?: string;
          /** Format: date */
          dueOn?: string;
          requests: {
            to: string;
            debtors: {
              printed: string;
              /** Format: uuid */
              organisationId?: string;
            }[];
            headings: string[];
          }[];
          about?: {
            tenant?: string;
            /** Format: uuid */
            id?: string;
            printed: string;
          };
          /** @default false */
          example?: boolean;
          /** Format: uuid */
          id?: string;
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'campaigns.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'needs.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'id' | '-id';
        campaignId?: string;
        organisationId?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'notifications.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'entered' | '-entered';
        unread?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'me.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'tenants.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'tenants.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: string;
          name: string;
          code?: string;
          /** Format: date */
          endsOn?: string;
          successor?: string;
          administrator?: {
            login: string;
            name: string;
          };
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'overview.get': {
    parameters: {
      query?: never;
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'overview.listReports': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        tenant?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'history.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'seq' | '-seq';
        q?: string;
        scope?: 'plan' | 'item' | 'activity' | 'agreement' | 'organisation' | 'province' | 'all';
        id?: string;
        seq?: number;
        field?: string;
        actor?: string;
        organisationId?: string;
        cause?: 'document' | 'decision' | 'request' | 'report' | 'correction' | 'reaction' | 'entry';
        kind?:
          | 'organisation'
          | 'staff'
          | 'contact'
          | 'erasure'
          | 'tenantkey'
          | 'tenant'
          | 'document'
          | 'directive'
          | 'workinggroup'
          | 'agreement'
          | 'confirmation'
          | 'plan'
          | 'amendment'
          | 'number'
          | 'acknowledgement'
          | 'activity'
          | 'participation'
          | 'difficulty'
          | 'answer'
          | 'file'
          | 'obligation'
          | 'decision'
          | 'campaign'
          | 'debtorlist'
          | 'notice'
          | 'digest'
          | 'day'
          | 'share'
          | 'received';
        from?: string;
        to?: string;
        knownFrom?: string;
        knownTo?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'history.why': {
    parameters: {
      query: {
        scope: 'plan' | 'item' | 'activity' | 'agreement';
        id: string;
        part?: string;
        field: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'history.compare': {
    parameters: {
      query: {
        from: string;
        to: string;
        knownFrom?: string;
        knownTo?: string;
        scope: 'plan' | 'activity' | 'agreement';
        id: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'history.comparison': {
    parameters: {
      query: {
        from: string;
        to: string;
        knownFrom?: string;
        knownTo?: string;
        scope: 'plan' | 'activity' | 'agreement';
        id: string;
        format: 'docx' | 'pdf';
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': unknown;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'audit.checkpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': unknown;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'audit.policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': unknown;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'audit.tile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': unknown;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'audit.proof': {
    parameters: {
      query: {
        seq: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'audit.logs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'audit.bundle': {
    parameters: {
      query?: {
        plan?: string;
        activity?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': unknown;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'audit.listEvents': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'seq' | '-seq';
        after?: number;
        type?: string;
        backdated?: string;
        stream?: string;
        from?: string;
        to?: string;
        actor?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'audit.listRights': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        asOf?: string;
        knownAt?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'audit.rightsFile': {
    parameters: {
      query?: {
        asOf?: string;
        knownAt?: string;
      };
      header?: {
        /** @description Position that the answer must show at least: waited for, else 503 projection.behind. An operation without this parameter reads no log; its answer is never behind, and the header changes nothing */
        'Lk-After'?: components['parameters']['LkAfter'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': unknown;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'audit.listReads': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        sort?: 'seq' | '-seq';
        person?: string;
        actor?: string;
        from?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'stream.get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'demonstration.get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'demonstration.move': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          to: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'tenants.correctEntry': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'accounts.list': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'accounts.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          login: string;
          name: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'accounts.resetPassword': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'accounts.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'operations.projections': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'operations.rebuilds': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'operations.rebuild': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          service?: string;
          projection?: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'operations.parked': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Page'];
      default: components['responses']['Problem'];
    };
  };
  'operations.replaceKey': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'operations.redrive': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'operations.discard': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'operations.inspect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'files.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'organisations.end': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          endedOn: string;
          successor?: {
            /** Format: uuid */
            id?: string;
            name: string;
          };
          basis: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'organisations.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          content: {
            name: string;
            /** @enum {string} */
            kind:
              | 'committee'
              | 'department'
              | 'board'
              | 'centre'
              | 'institute'
              | 'hospital'
              | 'district'
              | 'firm'
              | 'school'
              | 'office'
              | 'ministry'
              | 'party'
              | 'council'
              | 'socialInsurance'
              | 'press'
              | 'inspectorate'
              | 'group';
            /** @default [] */
            aliases?: string[];
            /** Format: uuid */
            parentId?: string;
            /** @default false */
            outside?: boolean;
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'organisations.correctEnd': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          ended: {
            /** Format: date */
            endedOn: string;
            successor?: {
              /** Format: uuid */
              id?: string;
              name: string;
            };
            basis: string;
          } | null;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'organisations.confirmList': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          members: string[];
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'staff.assign': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3"; demanded (428) unless nothing is there yet, so that there is none to be seen */
        'If-Match'?: components['parameters']['IfMatchUnlessFirst'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          assignmentId?: string;
          /** Format: uuid */
          account?: string;
          /** Format: uuid */
          organisationId: string;
          /** @enum {string} */
          role:
            'officer' | 'head' | 'focal' | 'leader' | 'clerk' | 'admin' | 'auditor' | 'region-coordinator';
          /** Format: date */
          from: string;
          /** Format: date */
          to?: string;
          basis: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'staff.endAssignment': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          assignmentId: string;
          /** Format: date */
          endedOn: string;
          basis: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'contacts.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          office: {
            title?: string;
            division?: string;
            organisation: string;
            /** Format: uuid */
            organisationId?: string;
          };
          name: string;
          phone?: string;
          email?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'erasures.assess': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'full' | 'partial' | 'refused';
          holds: {
            basis: string;
            /** Format: date */
            until?: string;
          }[];
          reason?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'erasures.approve': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'erasures.answer': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          answeredOn: string;
          /** @enum {string} */
          channel: 'letter' | 'email' | 'inPerson';
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'documents.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          content: {
            /** @enum {string} */
            kind:
              | 'plan'
              | 'officialLetter'
              | 'report'
              | 'submissionPaper'
              | 'agreement'
              | 'memorandum'
              | 'resolution'
              | 'decision'
              | 'appendix'
              | 'routingSlip'
              | 'programme'
              | 'list'
              | 'form'
              | 'other';
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            dateAsPrinted?: string;
            place?: string;
            issuer?: {
              printed: string;
              /** Format: uuid */
              organisationId?: string;
            };
            abstract: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
            /** @default [] */
            addressees?: string[];
            /** @default [] */
            recipients?: {
              text: string;
              /** @enum {string} */
              purpose?:
                'forReport' | 'forInformation' | 'forImplementation' | 'forMonitoring' | 'forCoordination';
            }[];
            archiveLine?: string;
            /** @enum {string} */
            standing: 'own' | 'incoming' | 'citedOnly' | 'draft';
            incoming?: {
              number: string;
              /** Format: date */
              on: string;
            };
            /** @default [] */
            enclosures?: string[];
            /** @default [] */
            legalBases?: string[];
            /** @default [] */
            conflicts?: string[];
            publication?: string;
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'directives.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          content: {
            document?: {
              number?: string;
              symbol?: string;
              date?: {
                year: number;
                month?: number;
                day?: number;
              };
              /** Format: uuid */
              documentId?: string;
              signer?: {
                name?: string;
                title?: string;
                /** @enum {string} */
                capacity?:
                  'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
              };
            };
            text: string;
            about?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            };
            tasks: {
              lead: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              };
              /** @default [] */
              coordinators?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** Format: date */
              dueOn?: string;
              text: string;
            }[];
            example?: boolean;
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'directives.setDeadline': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default 0 */
          task?: number;
          /** Format: date */
          dueOn: string;
          organisationIds?: string[];
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          basis?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'directives.correctDeadline': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          corrects: string;
          reason: string;
          deadline: {
            /** Format: date */
            dueOn: string;
            organisationIds?: string[];
            document?: {
              number?: string;
              symbol?: string;
              date?: {
                year: number;
                month?: number;
                day?: number;
              };
              /** Format: uuid */
              documentId?: string;
              signer?: {
                name?: string;
                title?: string;
                /** @enum {string} */
                capacity?:
                  'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
              };
            };
            basis?: string;
          } | null;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'working-groups.placeUnder': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          underPlan?: {
            tenant?: string;
            /** Format: uuid */
            id?: string;
            printed: string;
          };
          underAgreement?: {
            tenant?: string;
            /** Format: uuid */
            id?: string;
            printed: string;
          };
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'working-groups.changeRoster': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          changes: (
            | {
                /** @constant */
                op: 'join';
                /** Format: uuid */
                teamId: string;
                member: {
                  honorific?: string;
                  name: string;
                  title: string;
                  role: string;
                  tenant?: string;
                  /** Format: uuid */
                  id: string;
                };
                /** Format: uuid */
                afterMemberId?: string;
              }
            | {
                /** @constant */
                op: 'leave';
                /** Format: uuid */
                memberId: string;
              }
            | {
                /** @constant */
                op: 'change';
                /** Format: uuid */
                memberId: string;
                role?: string;
                title?: string;
              }
          )[];
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.revise': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          content: {
            name: string;
            /**
             * @default agreement
             * @enum {string}
             */
            kind?: 'agreement' | 'memorandum';
            parties: {
              name: string;
              tenant?: string;
              /**
               * @default printed
               * @enum {string}
               */
              basis?: 'printed' | 'reference';
            }[];
            signedOn?: {
              year: number;
              month?: number;
              day?: number;
            };
            place?: string;
            termFrom?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: date */
            termTo?: string;
            /** @enum {string} */
            termBasis?: 'printed' | 'derived';
            region?: string;
            /** @default [] */
            fields?: string[];
            /** @default [] */
            legalBases?: string[];
            parent?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            };
          };
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.confirmOnPaper': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          party: string;
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.extend': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          termTo: string;
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.correctExtension': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          corrects: string;
          reason: string;
          /** Format: date */
          termTo: string;
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.close': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          closedOn: string;
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          /** Format: uuid */
          corrects?: string;
          reason?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.confirm': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          hash: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'agreements.refuse': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          hash: string;
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.recordIssued': {
    parameters: {
      query?: never;
      header?: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id?: string;
          content: {
            title: string;
            /** @default false */
            example?: boolean;
            /** @default [] */
            horizons?: {
              /** Format: uuid */
              id: string;
              label: string;
              /** Format: date */
              from?: string;
              /** Format: date */
              to?: string;
            }[];
            /** @default [] */
            underAgreements?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            }[];
            underPlan?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            };
            /** Format: uuid */
            focalAgencyId?: string;
            leaderInCharge?: string;
            /** Format: uuid */
            documentId?: string;
            /** @default [] */
            legalBases?: string[];
            /** @default [] */
            sections?: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              parentId?: string;
              printedNumber?: string;
              title: string;
              /** Format: uuid */
              horizonId?: string;
              /** @default [] */
              leads?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
            }[];
            /** @default [] */
            items?: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              sectionId: string;
              printedNumber?: string;
              text: string;
              /** @default [] */
              leads?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @enum {string} */
              leadScope: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
              /** @default [] */
              coordinators?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @default [] */
              contactOffices?: {
                title?: string;
                division?: string;
                organisation?: string;
                /** Format: uuid */
                contactId?: string;
              }[];
              deliverable?: string;
              time?: string;
              note?: string;
              /** @enum {string} */
              scope?: 'regional' | 'bilateral' | 'general';
              /** @default [] */
              partnerTenants?: string[];
              host?: string;
              place?: string;
              /** @enum {string} */
              field?:
                | 'dau_tu'
                | 'thuong_mai'
                | 'du_lich'
                | 'giao_thong'
                | 'y_te'
                | 'giao_duc_dao_tao'
                | 'dao_tao_can_bo'
                | 'lao_dong'
                | 'khcn_cds'
                | 'khoi_nghiep_dmst'
                | 'nong_nghiep'
                | 'cong_nghiep'
                | 'moi_truong_bdkh'
                | 'van_hoa_the_thao'
                | 'an_sinh_xa_hoi'
                | 'tong_hop';
              /** Format: uuid */
              parentItemId?: string;
              /** @default [] */
              subTasks?: string[];
              /** Format: uuid */
              sameAsItemId?: string;
              /** Format: uuid */
              provisionId?: string;
              /** @default false */
              awaitsTrigger?: boolean;
              /** @default true */
              becomesActivity?: boolean;
            }[];
            /** @default [] */
            provisions?: {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
              text: string;
              what: string;
              asPrinted?: string;
              debtors: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @default false */
              openClass?: boolean;
              receiver?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
                tenant?: string;
              };
              /** @default false */
              peers?: boolean;
              rule:
                | {
                    /** @constant */
                    kind: 'yearlyBefore';
                    month: number;
                    day: number;
                  }
                | {
                    /** @constant */
                    kind: 'yearlyWithin';
                    month: number;
                  }
                | {
                    /** @constant */
                    kind: 'onceBefore';
                    /** Format: date */
                    date: string;
                  }
                | {
                    /** @constant */
                    kind: 'onceWithin';
                    year: number;
                    month: number;
                  }
                | {
                    /** @constant */
                    kind: 'cycles';
                    quarter: boolean;
                    halfYear: boolean;
                    year: boolean;
                  }
                | {
                    /** @constant */
                    kind: 'quarterly';
                  }
                | {
                    /** @constant */
                    kind: 'onRequest';
                  }
                | {
                    /** @constant */
                    kind: 'undated';
                  };
            }[];
            /** @default [] */
            recipients?: {
              text: string;
              /** @enum {string} */
              purpose?:
                'forReport' | 'forInformation' | 'forImplementation' | 'forMonitoring' | 'forCoordination';
            }[];
            archiveLine?: string;
          };
          number?: string;
          symbol?: string;
          date?: {
            year: number;
            month?: number;
            day?: number;
          };
          place?: string;
          signer?: {
            name?: string;
            title?: string;
            /** @enum {string} */
            capacity:
              'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
          };
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      201: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.revise': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          content: {
            title: string;
            /** @default false */
            example?: boolean;
            /** @default [] */
            horizons?: {
              /** Format: uuid */
              id: string;
              label: string;
              /** Format: date */
              from?: string;
              /** Format: date */
              to?: string;
            }[];
            /** @default [] */
            underAgreements?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            }[];
            underPlan?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            };
            /** Format: uuid */
            focalAgencyId?: string;
            leaderInCharge?: string;
            /** Format: uuid */
            documentId?: string;
            /** @default [] */
            legalBases?: string[];
            /** @default [] */
            sections?: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              parentId?: string;
              printedNumber?: string;
              title: string;
              /** Format: uuid */
              horizonId?: string;
              /** @default [] */
              leads?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
            }[];
            /** @default [] */
            items?: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              sectionId: string;
              printedNumber?: string;
              text: string;
              /** @default [] */
              leads?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @enum {string} */
              leadScope: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
              /** @default [] */
              coordinators?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @default [] */
              contactOffices?: {
                title?: string;
                division?: string;
                organisation?: string;
                /** Format: uuid */
                contactId?: string;
              }[];
              deliverable?: string;
              time?: string;
              note?: string;
              /** @enum {string} */
              scope?: 'regional' | 'bilateral' | 'general';
              /** @default [] */
              partnerTenants?: string[];
              host?: string;
              place?: string;
              /** @enum {string} */
              field?:
                | 'dau_tu'
                | 'thuong_mai'
                | 'du_lich'
                | 'giao_thong'
                | 'y_te'
                | 'giao_duc_dao_tao'
                | 'dao_tao_can_bo'
                | 'lao_dong'
                | 'khcn_cds'
                | 'khoi_nghiep_dmst'
                | 'nong_nghiep'
                | 'cong_nghiep'
                | 'moi_truong_bdkh'
                | 'van_hoa_the_thao'
                | 'an_sinh_xa_hoi'
                | 'tong_hop';
              /** Format: uuid */
              parentItemId?: string;
              /** @default [] */
              subTasks?: string[];
              /** Format: uuid */
              sameAsItemId?: string;
              /** Format: uuid */
              provisionId?: string;
              /** @default false */
              awaitsTrigger?: boolean;
              /** @default true */
              becomesActivity?: boolean;
            }[];
            /** @default [] */
            provisions?: {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
              text: string;
              what: string;
              asPrinted?: string;
              debtors: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              /** @default false */
              openClass?: boolean;
              receiver?: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
                tenant?: string;
              };
              /** @default false */
              peers?: boolean;
              rule:
                | {
                    /** @constant */
                    kind: 'yearlyBefore';
                    month: number;
                    day: number;
                  }
                | {
                    /** @constant */
                    kind: 'yearlyWithin';
                    month: number;
                  }
                | {
                    /** @constant */
                    kind: 'onceBefore';
                    /** Format: date */
                    date: string;
                  }
                | {
                    /** @constant */
                    kind: 'onceWithin';
                    year: number;
                    month: number;
                  }
                | {
                    /** @constant */
                    kind: 'cycles';
                    quarter: boolean;
                    halfYear: boolean;
                    year: boolean;
                  }
                | {
                    /** @constant */
                    kind: 'quarterly';
                  }
                | {
                    /** @constant */
                    kind: 'onRequest';
                  }
                | {
                    /** @constant */
                    kind: 'undated';
                  };
            }[];
            /** @default [] */
            recipients?: {
              text: string;
              /** @enum {string} */
              purpose?:
                'forReport' | 'forInformation' | 'forImplementation' | 'forMonitoring' | 'forCoordination';
            }[];
            archiveLine?: string;
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.consult': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          organisations: {
            printed: string;
            /** Format: uuid */
            organisationId?: string;
          }[];
          /** Format: date */
          dueOn?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.comment': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          agrees: boolean;
          text?: string;
          /** Format: uuid */
          itemId?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.decideComment': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          comment: string;
          takenOver: boolean;
          reason?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.submit': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.retract': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.sendBack': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reasons: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.sign': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          signer: {
            name?: string;
            title?: string;
            /** @enum {string} */
            capacity:
              'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.issue': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: string;
          symbol: string;
          date: {
            year: number;
            month?: number;
            day?: number;
          };
          place?: string;
          recipients?: {
            text: string;
            /** @enum {string} */
            purpose?:
              'forReport' | 'forInformation' | 'forImplementation' | 'forMonitoring' | 'forCoordination';
          }[];
          archiveLine?: string;
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.amend': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          amendmentId: string;
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          /** @default [] */
          supersedes?: string[];
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.recordAmendment': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          reason: string;
          changes: (
            | {
                /** @constant */
                op: 'setItem';
                /** Format: uuid */
                itemId: string;
                fields: {
                  /** Format: uuid */
                  sectionId?: string;
                  printedNumber?: string;
                  text?: string;
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @enum {string} */
                  leadScope?: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
                  coordinators?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  contactOffices?: {
                    title?: string;
                    division?: string;
                    organisation?: string;
                    /** Format: uuid */
                    contactId?: string;
                  }[];
                  deliverable?: string;
                  time?: string;
                  note?: string;
                  /** @enum {string} */
                  scope?: 'regional' | 'bilateral' | 'general';
                  partnerTenants?: string[];
                  host?: string;
                  place?: string;
                  /** @enum {string} */
                  field?:
                    | 'dau_tu'
                    | 'thuong_mai'
                    | 'du_lich'
                    | 'giao_thong'
                    | 'y_te'
                    | 'giao_duc_dao_tao'
                    | 'dao_tao_can_bo'
                    | 'lao_dong'
                    | 'khcn_cds'
                    | 'khoi_nghiep_dmst'
                    | 'nong_nghiep'
                    | 'cong_nghiep'
                    | 'moi_truong_bdkh'
                    | 'van_hoa_the_thao'
                    | 'an_sinh_xa_hoi'
                    | 'tong_hop';
                  /** Format: uuid */
                  parentItemId?: string;
                  subTasks?: string[];
                  /** Format: uuid */
                  sameAsItemId?: string;
                  /** Format: uuid */
                  provisionId?: string;
                  awaitsTrigger?: boolean;
                  becomesActivity?: boolean;
                };
                clear?: (
                  | 'printedNumber'
                  | 'deliverable'
                  | 'time'
                  | 'note'
                  | 'scope'
                  | 'host'
                  | 'place'
                  | 'field'
                  | 'parentItemId'
                  | 'sameAsItemId'
                  | 'provisionId'
                )[];
              }
            | {
                /** @constant */
                op: 'addItem';
                item: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  sectionId: string;
                  printedNumber?: string;
                  text: string;
                  /** @default [] */
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @enum {string} */
                  leadScope: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
                  /** @default [] */
                  coordinators?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @default [] */
                  contactOffices?: {
                    title?: string;
                    division?: string;
                    organisation?: string;
                    /** Format: uuid */
                    contactId?: string;
                  }[];
                  deliverable?: string;
                  time?: string;
                  note?: string;
                  /** @enum {string} */
                  scope?: 'regional' | 'bilateral' | 'general';
                  /** @default [] */
                  partnerTenants?: string[];
                  host?: string;
                  place?: string;
                  /** @enum {string} */
                  field?:
                    | 'dau_tu'
                    | 'thuong_mai'
                    | 'du_lich'
                    | 'giao_thong'
                    | 'y_te'
                    | 'giao_duc_dao_tao'
                    | 'dao_tao_can_bo'
                    | 'lao_dong'
                    | 'khcn_cds'
                    | 'khoi_nghiep_dmst'
                    | 'nong_nghiep'
                    | 'cong_nghiep'
                    | 'moi_truong_bdkh'
                    | 'van_hoa_the_thao'
                    | 'an_sinh_xa_hoi'
                    | 'tong_hop';
                  /** Format: uuid */
                  parentItemId?: string;
                  /** @default [] */
                  subTasks?: string[];
                  /** Format: uuid */
                  sameAsItemId?: string;
                  /** Format: uuid */
                  provisionId?: string;
                  /** @default false */
                  awaitsTrigger?: boolean;
                  /** @default true */
                  becomesActivity?: boolean;
                };
                /** Format: uuid */
                afterItemId?: string;
              }
            | {
                /** @constant */
                op: 'removeItem';
                /** Format: uuid */
                itemId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'setSection';
                /** Format: uuid */
                sectionId: string;
                fields: {
                  /** Format: uuid */
                  parentId?: string;
                  printedNumber?: string;
                  title?: string;
                  /** Format: uuid */
                  horizonId?: string;
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                };
                clear?: ('parentId' | 'printedNumber' | 'horizonId')[];
              }
            | {
                /** @constant */
                op: 'addSection';
                section: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  parentId?: string;
                  printedNumber?: string;
                  title: string;
                  /** Format: uuid */
                  horizonId?: string;
                  /** @default [] */
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                };
                /** Format: uuid */
                afterSectionId?: string;
              }
            | {
                /** @constant */
                op: 'removeSection';
                /** Format: uuid */
                sectionId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'setProvision';
                /** Format: uuid */
                provisionId: string;
                fields: {
                  /** @enum {string} */
                  subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
                  text?: string;
                  what?: string;
                  asPrinted?: string;
                  debtors?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  openClass?: boolean;
                  receiver?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                    tenant?: string;
                  };
                  peers?: boolean;
                  rule?:
                    | {
                        /** @constant */
                        kind: 'yearlyBefore';
                        month: number;
                        day: number;
                      }
                    | {
                        /** @constant */
                        kind: 'yearlyWithin';
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'onceBefore';
                        /** Format: date */
                        date: string;
                      }
                    | {
                        /** @constant */
                        kind: 'onceWithin';
                        year: number;
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'cycles';
                        quarter: boolean;
                        halfYear: boolean;
                        year: boolean;
                      }
                    | {
                        /** @constant */
                        kind: 'quarterly';
                      }
                    | {
                        /** @constant */
                        kind: 'onRequest';
                      }
                    | {
                        /** @constant */
                        kind: 'undated';
                      };
                };
                clear?: ('subject' | 'asPrinted' | 'receiver')[];
              }
            | {
                /** @constant */
                op: 'addProvision';
                provision: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
                  text: string;
                  what: string;
                  asPrinted?: string;
                  debtors: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @default false */
                  openClass?: boolean;
                  receiver?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                    tenant?: string;
                  };
                  /** @default false */
                  peers?: boolean;
                  rule:
                    | {
                        /** @constant */
                        kind: 'yearlyBefore';
                        month: number;
                        day: number;
                      }
                    | {
                        /** @constant */
                        kind: 'yearlyWithin';
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'onceBefore';
                        /** Format: date */
                        date: string;
                      }
                    | {
                        /** @constant */
                        kind: 'onceWithin';
                        year: number;
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'cycles';
                        quarter: boolean;
                        halfYear: boolean;
                        year: boolean;
                      }
                    | {
                        /** @constant */
                        kind: 'quarterly';
                      }
                    | {
                        /** @constant */
                        kind: 'onRequest';
                      }
                    | {
                        /** @constant */
                        kind: 'undated';
                      };
                };
                /** Format: uuid */
                afterProvisionId?: string;
              }
            | {
                /** @constant */
                op: 'removeProvision';
                /** Format: uuid */
                provisionId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'move';
                /** @enum {string} */
                of: 'item' | 'section' | 'provision';
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                afterId?: string;
              }
            | {
                /** @constant */
                op: 'setPlan';
                fields: {
                  title?: string;
                  recipients?: {
                    text: string;
                    /** @enum {string} */
                    purpose?:
                      | 'forReport'
                      | 'forInformation'
                      | 'forImplementation'
                      | 'forMonitoring'
                      | 'forCoordination';
                  }[];
                  leaderInCharge?: string;
                  /** Format: uuid */
                  focalAgencyId?: string;
                  horizons?: {
                    /** Format: uuid */
                    id: string;
                    label: string;
                    /** Format: date */
                    from?: string;
                    /** Format: date */
                    to?: string;
                  }[];
                  legalBases?: string[];
                  archiveLine?: string;
                  underAgreements?: {
                    tenant?: string;
                    /** Format: uuid */
                    id?: string;
                    printed: string;
                  }[];
                  underPlan?: {
                    tenant?: string;
                    /** Format: uuid */
                    id?: string;
                    printed: string;
                  };
                  /** Format: uuid */
                  documentId?: string;
                  example?: boolean;
                };
                clear?: ('leaderInCharge' | 'focalAgencyId' | 'archiveLine' | 'underPlan' | 'documentId')[];
              }
          )[];
          /** @default [] */
          supersedes?: string[];
          /** @default [] */
          difficulties?: string[];
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.rectify': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.recall': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          reason: string;
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.end': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          how: 'replaced' | 'repealed' | 'annulled';
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          reason: string;
          /** Format: date */
          effectiveOn?: string;
          basis?:
            | {
                /** @constant */
                kind: 'printed';
              }
            | {
                /** @constant */
                kind: 'derived';
                rule: string;
              }
            | {
                /** @constant */
                kind: 'estimated';
                by: string;
              };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          corrects: string;
          reason: string;
          /** Format: date */
          effectiveOn?: string;
          /** @default [] */
          changes?: (
            | {
                /** @constant */
                op: 'setItem';
                /** Format: uuid */
                itemId: string;
                fields: {
                  /** Format: uuid */
                  sectionId?: string;
                  printedNumber?: string;
                  text?: string;
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @enum {string} */
                  leadScope?: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
                  coordinators?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  contactOffices?: {
                    title?: string;
                    division?: string;
                    organisation?: string;
                    /** Format: uuid */
                    contactId?: string;
                  }[];
                  deliverable?: string;
                  time?: string;
                  note?: string;
                  /** @enum {string} */
                  scope?: 'regional' | 'bilateral' | 'general';
                  partnerTenants?: string[];
                  host?: string;
                  place?: string;
                  /** @enum {string} */
                  field?:
                    | 'dau_tu'
                    | 'thuong_mai'
                    | 'du_lich'
                    | 'giao_thong'
                    | 'y_te'
                    | 'giao_duc_dao_tao'
                    | 'dao_tao_can_bo'
                    | 'lao_dong'
                    | 'khcn_cds'
                    | 'khoi_nghiep_dmst'
                    | 'nong_nghiep'
                    | 'cong_nghiep'
                    | 'moi_truong_bdkh'
                    | 'van_hoa_the_thao'
                    | 'an_sinh_xa_hoi'
                    | 'tong_hop';
                  /** Format: uuid */
                  parentItemId?: string;
                  subTasks?: string[];
                  /** Format: uuid */
                  sameAsItemId?: string;
                  /** Format: uuid */
                  provisionId?: string;
                  awaitsTrigger?: boolean;
                  becomesActivity?: boolean;
                };
                clear?: (
                  | 'printedNumber'
                  | 'deliverable'
                  | 'time'
                  | 'note'
                  | 'scope'
                  | 'host'
                  | 'place'
                  | 'field'
                  | 'parentItemId'
                  | 'sameAsItemId'
                  | 'provisionId'
                )[];
              }
            | {
                /** @constant */
                op: 'addItem';
                item: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  sectionId: string;
                  printedNumber?: string;
                  text: string;
                  /** @default [] */
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @enum {string} */
                  leadScope: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
                  /** @default [] */
                  coordinators?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @default [] */
                  contactOffices?: {
                    title?: string;
                    division?: string;
                    organisation?: string;
                    /** Format: uuid */
                    contactId?: string;
                  }[];
                  deliverable?: string;
                  time?: string;
                  note?: string;
                  /** @enum {string} */
                  scope?: 'regional' | 'bilateral' | 'general';
                  /** @default [] */
                  partnerTenants?: string[];
                  host?: string;
                  place?: string;
                  /** @enum {string} */
                  field?:
                    | 'dau_tu'
                    | 'thuong_mai'
                    | 'du_lich'
                    | 'giao_thong'
                    | 'y_te'
                    | 'giao_duc_dao_tao'
                    | 'dao_tao_can_bo'
                    | 'lao_dong'
                    | 'khcn_cds'
                    | 'khoi_nghiep_dmst'
                    | 'nong_nghiep'
                    | 'cong_nghiep'
                    | 'moi_truong_bdkh'
                    | 'van_hoa_the_thao'
                    | 'an_sinh_xa_hoi'
                    | 'tong_hop';
                  /** Format: uuid */
                  parentItemId?: string;
                  /** @default [] */
                  subTasks?: string[];
                  /** Format: uuid */
                  sameAsItemId?: string;
                  /** Format: uuid */
                  provisionId?: string;
                  /** @default false */
                  awaitsTrigger?: boolean;
                  /** @default true */
                  becomesActivity?: boolean;
                };
                /** Format: uuid */
                afterItemId?: string;
              }
            | {
                /** @constant */
                op: 'removeItem';
                /** Format: uuid */
                itemId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'setSection';
                /** Format: uuid */
                sectionId: string;
                fields: {
                  /** Format: uuid */
                  parentId?: string;
                  printedNumber?: string;
                  title?: string;
                  /** Format: uuid */
                  horizonId?: string;
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                };
                clear?: ('parentId' | 'printedNumber' | 'horizonId')[];
              }
            | {
                /** @constant */
                op: 'addSection';
                section: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  parentId?: string;
                  printedNumber?: string;
                  title: string;
                  /** Format: uuid */
                  horizonId?: string;
                  /** @default [] */
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                };
                /** Format: uuid */
                afterSectionId?: string;
              }
            | {
                /** @constant */
                op: 'removeSection';
                /** Format: uuid */
                sectionId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'setProvision';
                /** Format: uuid */
                provisionId: string;
                fields: {
                  /** @enum {string} */
                  subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
                  text?: string;
                  what?: string;
                  asPrinted?: string;
                  debtors?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  openClass?: boolean;
                  receiver?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                    tenant?: string;
                  };
                  peers?: boolean;
                  rule?:
                    | {
                        /** @constant */
                        kind: 'yearlyBefore';
                        month: number;
                        day: number;
                      }
                    | {
                        /** @constant */
                        kind: 'yearlyWithin';
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'onceBefore';
                        /** Format: date */
                        date: string;
                      }
                    | {
                        /** @constant */
                        kind: 'onceWithin';
                        year: number;
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'cycles';
                        quarter: boolean;
                        halfYear: boolean;
                        year: boolean;
                      }
                    | {
                        /** @constant */
                        kind: 'quarterly';
                      }
                    | {
                        /** @constant */
                        kind: 'onRequest';
                      }
                    | {
                        /** @constant */
                        kind: 'undated';
                      };
                };
                clear?: ('subject' | 'asPrinted' | 'receiver')[];
              }
            | {
                /** @constant */
                op: 'addProvision';
                provision: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
                  text: string;
                  what: string;
                  asPrinted?: string;
                  debtors: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @default false */
                  openClass?: boolean;
                  receiver?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                    tenant?: string;
                  };
                  /** @default false */
                  peers?: boolean;
                  rule:
                    | {
                        /** @constant */
                        kind: 'yearlyBefore';
                        month: number;
                        day: number;
                      }
                    | {
                        /** @constant */
                        kind: 'yearlyWithin';
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'onceBefore';
                        /** Format: date */
                        date: string;
                      }
                    | {
                        /** @constant */
                        kind: 'onceWithin';
                        year: number;
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'cycles';
                        quarter: boolean;
                        halfYear: boolean;
                        year: boolean;
                      }
                    | {
                        /** @constant */
                        kind: 'quarterly';
                      }
                    | {
                        /** @constant */
                        kind: 'onRequest';
                      }
                    | {
                        /** @constant */
                        kind: 'undated';
                      };
                };
                /** Format: uuid */
                afterProvisionId?: string;
              }
            | {
                /** @constant */
                op: 'removeProvision';
                /** Format: uuid */
                provisionId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'move';
                /** @enum {string} */
                of: 'item' | 'section' | 'provision';
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                afterId?: string;
              }
            | {
                /** @constant */
                op: 'setPlan';
                fields: {
                  title?: string;
                  recipients?: {
                    text: string;
                    /** @enum {string} */
                    purpose?:
                      | 'forReport'
                      | 'forInformation'
                      | 'forImplementation'
                      | 'forMonitoring'
                      | 'forCoordination';
                  }[];
                  leaderInCharge?: string;
                  /** Format: uuid */
                  focalAgencyId?: string;
                  horizons?: {
                    /** Format: uuid */
                    id: string;
                    label: string;
                    /** Format: date */
                    from?: string;
                    /** Format: date */
                    to?: string;
                  }[];
                  legalBases?: string[];
                  archiveLine?: string;
                  underAgreements?: {
                    tenant?: string;
                    /** Format: uuid */
                    id?: string;
                    printed: string;
                  }[];
                  underPlan?: {
                    tenant?: string;
                    /** Format: uuid */
                    id?: string;
                    printed: string;
                  };
                  /** Format: uuid */
                  documentId?: string;
                  example?: boolean;
                };
                clear?: ('leaderInCharge' | 'focalAgencyId' | 'archiveLine' | 'underPlan' | 'documentId')[];
              }
          )[];
          number?: string;
          symbol?: string;
          date?: {
            year: number;
            month?: number;
            day?: number;
          };
          place?: string;
          signer?: {
            name?: string;
            title?: string;
            /** @enum {string} */
            capacity:
              'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
          };
          /** @default [] */
          clear?: ('number' | 'symbol' | 'date' | 'place' | 'signer')[];
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
          statedReason?: string;
          text?: string;
          /** @enum {string} */
          how?: 'replaced' | 'repealed' | 'annulled';
          /** @constant */
          enteredInError?: true;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.close': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'plans.acknowledgeRecall': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'amendments.revise': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          changes: (
            | {
                /** @constant */
                op: 'setItem';
                /** Format: uuid */
                itemId: string;
                fields: {
                  /** Format: uuid */
                  sectionId?: string;
                  printedNumber?: string;
                  text?: string;
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @enum {string} */
                  leadScope?: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
                  coordinators?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  contactOffices?: {
                    title?: string;
                    division?: string;
                    organisation?: string;
                    /** Format: uuid */
                    contactId?: string;
                  }[];
                  deliverable?: string;
                  time?: string;
                  note?: string;
                  /** @enum {string} */
                  scope?: 'regional' | 'bilateral' | 'general';
                  partnerTenants?: string[];
                  host?: string;
                  place?: string;
                  /** @enum {string} */
                  field?:
                    | 'dau_tu'
                    | 'thuong_mai'
                    | 'du_lich'
                    | 'giao_thong'
                    | 'y_te'
                    | 'giao_duc_dao_tao'
                    | 'dao_tao_can_bo'
                    | 'lao_dong'
                    | 'khcn_cds'
                    | 'khoi_nghiep_dmst'
                    | 'nong_nghiep'
                    | 'cong_nghiep'
                    | 'moi_truong_bdkh'
                    | 'van_hoa_the_thao'
                    | 'an_sinh_xa_hoi'
                    | 'tong_hop';
                  /** Format: uuid */
                  parentItemId?: string;
                  subTasks?: string[];
                  /** Format: uuid */
                  sameAsItemId?: string;
                  /** Format: uuid */
                  provisionId?: string;
                  awaitsTrigger?: boolean;
                  becomesActivity?: boolean;
                };
                clear?: (
                  | 'printedNumber'
                  | 'deliverable'
                  | 'time'
                  | 'note'
                  | 'scope'
                  | 'host'
                  | 'place'
                  | 'field'
                  | 'parentItemId'
                  | 'sameAsItemId'
                  | 'provisionId'
                )[];
              }
            | {
                /** @constant */
                op: 'addItem';
                item: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  sectionId: string;
                  printedNumber?: string;
                  text: string;
                  /** @default [] */
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @enum {string} */
                  leadScope: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
                  /** @default [] */
                  coordinators?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @default [] */
                  contactOffices?: {
                    title?: string;
                    division?: string;
                    organisation?: string;
                    /** Format: uuid */
                    contactId?: string;
                  }[];
                  deliverable?: string;
                  time?: string;
                  note?: string;
                  /** @enum {string} */
                  scope?: 'regional' | 'bilateral' | 'general';
                  /** @default [] */
                  partnerTenants?: string[];
                  host?: string;
                  place?: string;
                  /** @enum {string} */
                  field?:
                    | 'dau_tu'
                    | 'thuong_mai'
                    | 'du_lich'
                    | 'giao_thong'
                    | 'y_te'
                    | 'giao_duc_dao_tao'
                    | 'dao_tao_can_bo'
                    | 'lao_dong'
                    | 'khcn_cds'
                    | 'khoi_nghiep_dmst'
                    | 'nong_nghiep'
                    | 'cong_nghiep'
                    | 'moi_truong_bdkh'
                    | 'van_hoa_the_thao'
                    | 'an_sinh_xa_hoi'
                    | 'tong_hop';
                  /** Format: uuid */
                  parentItemId?: string;
                  /** @default [] */
                  subTasks?: string[];
                  /** Format: uuid */
                  sameAsItemId?: string;
                  /** Format: uuid */
                  provisionId?: string;
                  /** @default false */
                  awaitsTrigger?: boolean;
                  /** @default true */
                  becomesActivity?: boolean;
                };
                /** Format: uuid */
                afterItemId?: string;
              }
            | {
                /** @constant */
                op: 'removeItem';
                /** Format: uuid */
                itemId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'setSection';
                /** Format: uuid */
                sectionId: string;
                fields: {
                  /** Format: uuid */
                  parentId?: string;
                  printedNumber?: string;
                  title?: string;
                  /** Format: uuid */
                  horizonId?: string;
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                };
                clear?: ('parentId' | 'printedNumber' | 'horizonId')[];
              }
            | {
                /** @constant */
                op: 'addSection';
                section: {
                  /** Format: uuid */
                  id: string;
                  /** Format: uuid */
                  parentId?: string;
                  printedNumber?: string;
                  title: string;
                  /** Format: uuid */
                  horizonId?: string;
                  /** @default [] */
                  leads?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                };
                /** Format: uuid */
                afterSectionId?: string;
              }
            | {
                /** @constant */
                op: 'removeSection';
                /** Format: uuid */
                sectionId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'setProvision';
                /** Format: uuid */
                provisionId: string;
                fields: {
                  /** @enum {string} */
                  subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
                  text?: string;
                  what?: string;
                  asPrinted?: string;
                  debtors?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  openClass?: boolean;
                  receiver?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                    tenant?: string;
                  };
                  peers?: boolean;
                  rule?:
                    | {
                        /** @constant */
                        kind: 'yearlyBefore';
                        month: number;
                        day: number;
                      }
                    | {
                        /** @constant */
                        kind: 'yearlyWithin';
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'onceBefore';
                        /** Format: date */
                        date: string;
                      }
                    | {
                        /** @constant */
                        kind: 'onceWithin';
                        year: number;
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'cycles';
                        quarter: boolean;
                        halfYear: boolean;
                        year: boolean;
                      }
                    | {
                        /** @constant */
                        kind: 'quarterly';
                      }
                    | {
                        /** @constant */
                        kind: 'onRequest';
                      }
                    | {
                        /** @constant */
                        kind: 'undated';
                      };
                };
                clear?: ('subject' | 'asPrinted' | 'receiver')[];
              }
            | {
                /** @constant */
                op: 'addProvision';
                provision: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  subject?: 'report' | 'conference' | 'difficulty' | 'media' | 'list' | 'plan' | 'funding';
                  text: string;
                  what: string;
                  asPrinted?: string;
                  debtors: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                  }[];
                  /** @default false */
                  openClass?: boolean;
                  receiver?: {
                    printed: string;
                    /** Format: uuid */
                    organisationId?: string;
                    tenant?: string;
                  };
                  /** @default false */
                  peers?: boolean;
                  rule:
                    | {
                        /** @constant */
                        kind: 'yearlyBefore';
                        month: number;
                        day: number;
                      }
                    | {
                        /** @constant */
                        kind: 'yearlyWithin';
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'onceBefore';
                        /** Format: date */
                        date: string;
                      }
                    | {
                        /** @constant */
                        kind: 'onceWithin';
                        year: number;
                        month: number;
                      }
                    | {
                        /** @constant */
                        kind: 'cycles';
                        quarter: boolean;
                        halfYear: boolean;
                        year: boolean;
                      }
                    | {
                        /** @constant */
                        kind: 'quarterly';
                      }
                    | {
                        /** @constant */
                        kind: 'onRequest';
                      }
                    | {
                        /** @constant */
                        kind: 'undated';
                      };
                };
                /** Format: uuid */
                afterProvisionId?: string;
              }
            | {
                /** @constant */
                op: 'removeProvision';
                /** Format: uuid */
                provisionId: string;
                reason: string;
              }
            | {
                /** @constant */
                op: 'move';
                /** @enum {string} */
                of: 'item' | 'section' | 'provision';
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                afterId?: string;
              }
            | {
                /** @constant */
                op: 'setPlan';
                fields: {
                  title?: string;
                  recipients?: {
                    text: string;
                    /** @enum {string} */
                    purpose?:
                      | 'forReport'
                      | 'forInformation'
                      | 'forImplementation'
                      | 'forMonitoring'
                      | 'forCoordination';
                  }[];
                  leaderInCharge?: string;
                  /** Format: uuid */
                  focalAgencyId?: string;
                  horizons?: {
                    /** Format: uuid */
                    id: string;
                    label: string;
                    /** Format: date */
                    from?: string;
                    /** Format: date */
                    to?: string;
                  }[];
                  legalBases?: string[];
                  archiveLine?: string;
                  underAgreements?: {
                    tenant?: string;
                    /** Format: uuid */
                    id?: string;
                    printed: string;
                  }[];
                  underPlan?: {
                    tenant?: string;
                    /** Format: uuid */
                    id?: string;
                    printed: string;
                  };
                  /** Format: uuid */
                  documentId?: string;
                  example?: boolean;
                };
                clear?: ('leaderInCharge' | 'focalAgencyId' | 'archiveLine' | 'underPlan' | 'documentId')[];
              }
          )[];
          /** @default [] */
          difficulties?: string[];
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'amendments.submit': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'amendments.retract': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'amendments.sendBack': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reasons: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** Format: date */
          happenedOn: string;
          /** @default [] */
          figures?: {
            label: string;
            value: number;
            unit: string;
          }[];
          /** @default [] */
          links?: string[];
          /** @default [] */
          evidence?: string[];
          /** Format: uuid */
          corrects: string;
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.suspend': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.resume': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.reportDone': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** Format: date */
          doneOn: string;
          /** @default [] */
          evidence?: string[];
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.confirmDone': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.unconfirmDone': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.refuseDone': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reasons: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.postpone': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          /** Format: date */
          until?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.carryOver': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          planId: string;
          /** Format: uuid */
          itemId: string;
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.linkSameAs': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          with: {
            tenant: string;
            /** Format: uuid */
            activityId: string;
          };
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.unlinkSameAs': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          with: {
            tenant: string;
            /** Format: uuid */
            activityId: string;
          };
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'activities.takeOver': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          participationId: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'participations.progress': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** Format: date */
          happenedOn: string;
          /** @default [] */
          figures?: {
            label: string;
            value: number;
            unit: string;
          }[];
          /** @default [] */
          links?: string[];
          /** @default [] */
          evidence?: string[];
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'participations.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** Format: date */
          happenedOn: string;
          /** @default [] */
          figures?: {
            label: string;
            value: number;
            unit: string;
          }[];
          /** @default [] */
          links?: string[];
          /** @default [] */
          evidence?: string[];
          /** Format: uuid */
          corrects: string;
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'participations.reportDone': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** Format: date */
          doneOn: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'participations.propose': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'participations.withdraw': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.receive': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.assign': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          organisationId: string;
          /** Format: date */
          dueOn?: string;
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.takeMeasure': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.submitToCommittee': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.passToPartner': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: string;
          text: string;
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.petition': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          organisationId: string;
          text: string;
          document: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.recordAnswer': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.resolve': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.confirmResolution': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.decline': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.reopen': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'difficulties.answer': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          document?: {
            number?: string;
            symbol?: string;
            date?: {
              year: number;
              month?: number;
              day?: number;
            };
            /** Format: uuid */
            documentId?: string;
            signer?: {
              name?: string;
              title?: string;
              /** @enum {string} */
              capacity?:
                'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.draftReport': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          report: {
            /** @default false */
            nil?: boolean;
            /** @default [] */
            parts?: {
              heading: string;
              text: string;
            }[];
            /** @default [] */
            figures?: {
              label: string;
              value: number;
              unit: string;
            }[];
            /** @default [] */
            evidence?: string[];
            document?: {
              number?: string;
              symbol?: string;
              date?: {
                year: number;
                month?: number;
                day?: number;
              };
              /** Format: uuid */
              documentId?: string;
              signer?: {
                name?: string;
                title?: string;
                /** @enum {string} */
                capacity?:
                  'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
              };
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.sendReport': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          report: {
            /** @default false */
            nil?: boolean;
            /** @default [] */
            parts?: {
              heading: string;
              text: string;
            }[];
            /** @default [] */
            figures?: {
              label: string;
              value: number;
              unit: string;
            }[];
            /** @default [] */
            evidence?: string[];
            document?: {
              number?: string;
              symbol?: string;
              date?: {
                year: number;
                month?: number;
                day?: number;
              };
              /** Format: uuid */
              documentId?: string;
              signer?: {
                name?: string;
                title?: string;
                /** @enum {string} */
                capacity?:
                  'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
              };
            };
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.retractReport': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.receiveReport': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.sendBackReport': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
          /** Format: date */
          newDueOn: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.acceptReport': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.requestExtension': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          /** Format: date */
          proposedOn: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.decideExtension': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          granted: boolean;
          /** Format: date */
          dueOn?: string;
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.urge': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text?: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.waive': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'obligations.transfer': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          toId: string;
          basis: string;
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'campaigns.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          content: {
            title: string;
            document?: {
              number?: string;
              symbol?: string;
              date?: {
                year: number;
                month?: number;
                day?: number;
              };
              /** Format: uuid */
              documentId?: string;
              signer?: {
                name?: string;
                title?: string;
                /** @enum {string} */
                capacity?:
                  'forCollective' | 'deputyForHead' | 'byOrder' | 'byDelegation' | 'acting' | 'notPrinted';
              };
            };
            receiver: {
              printed: string;
              /** Format: uuid */
              organisationId?: string;
            };
            asPrinted?: string;
            /** Format: date */
            dueOn?: string;
            requests: {
              to: string;
              debtors: {
                printed: string;
                /** Format: uuid */
                organisationId?: string;
              }[];
              headings: string[];
            }[];
            about?: {
              tenant?: string;
              /** Format: uuid */
              id?: string;
              printed: string;
            };
            /** @default false */
            example?: boolean;
          };
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'campaigns.confirmDebtors': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default 0 */
          request?: number;
          debtors: string[];
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'debtor-lists.confirm': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          debtors: string[];
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'debtor-lists.correctEntry': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          debtors: string[];
        };
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
  'notifications.read': {
    parameters: {
      query?: never;
      header: {
        /** @description The command is carried out once; the same key with another body is refused (422). A key belongs to one account and one operation on one thing: elsewhere it is another command. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description Revision seen, "3" */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['CommandAnswer'];
      default: components['responses']['Problem'];
    };
  };
}
