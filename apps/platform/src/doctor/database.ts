import type { DatabaseState } from './database.adapter.js';
import { fault, notice, well, type Finding } from './finding.js';

const SKEW = { notice: 1_000, fault: 5_000 };
const CONNECTIONS = { notice: 0.8, fault: 0.95 };
const SHOWN = 5;

/** What the state of PostgreSQL says about the installation. */
export function databaseFindings(state: DatabaseState): Finding[] {
  return [
    well('PostgreSQL', `phiên bản ${state.version}`),
    clockFinding(state.ahead),
    connectionsFinding(state.connections),
    schemaFinding(state.tenants),
    waitingFinding(state.tenants),
    rebuildFinding(state.tenants),
  ];
}

function clockFinding(ahead: number): Finding {
  const about = 'Đồng hồ';
  const says = `PostgreSQL lệch ${ahead} ms so với máy này`;
  const todo = 'bật đồng bộ giờ (chrony hoặc systemd-timesyncd) trên mọi máy';
  if (Math.abs(ahead) > SKEW.fault) return fault(about, says, todo);
  return Math.abs(ahead) > SKEW.notice ? notice(about, says, todo) : well(about, says);
}

function connectionsFinding({ used, most }: DatabaseState['connections']): Finding {
  const about = 'Kết nối PostgreSQL';
  const says = `${used} trên ${most}`;
  const todo = 'tăng max_connections, hoặc giảm MAX_CONNECTIONS của từng tiến trình';
  if (used >= most * CONNECTIONS.fault) return fault(about, says, todo);
  return used >= most * CONNECTIONS.notice ? notice(about, says, todo) : well(about, says);
}

function schemaFinding(tenants: DatabaseState['tenants']): Finding {
  const about = 'Lược đồ dữ liệu';
  const old = tenants.filter(({ current }) => !current).map(({ tenant }) => tenant);
  if (old.length === 0) return well(about, `${tenants.length} đơn vị, đều của phiên bản này`);
  return fault(
    about,
    `khác với phiên bản này: ${listed(old)}`,
    'node apps/platform/dist/main.js --no-demo --migrate-only, rồi khởi động lại các tiến trình',
  );
}

function waitingFinding(tenants: DatabaseState['tenants']): Finding {
  const about = 'Thông điệp đang chờ';
  const waiting = tenants.filter(({ parked, unread }) => parked + unread > 0);
  if (waiting.length === 0) return well(about, 'không có');
  return fault(
    about,
    listed(waiting.map(({ tenant, parked, unread }) => `${tenant} ${parked + unread}`)),
    'quản trị viên của đơn vị xem lý do ở cổng (Vận hành), cho chạy lại hoặc bỏ kèm lý do; docs/operations.md, mục "Parked messages"',
  );
}

function rebuildFinding(tenants: DatabaseState['tenants']): Finding {
  const about = 'Dựng lại dữ liệu đọc';
  const left = tenants.flatMap(({ tenant, left }) => left.map((one) => ({ tenant, ...one })));
  const [first] = left;
  if (!first) return well(about, 'không có lần nào dở dang');
  return notice(
    about,
    `dở dang: ${listed(left.map(({ tenant, service, projection, seq }) => `${tenant} ${service}/${projection} (đến ${seq})`))}`,
    `chạy tiếp bằng npm run rebuild -- ${first.tenant} ${first.service} ${first.projection}; đến khi xong, dữ liệu cũ vẫn được đọc`,
  );
}

function listed(names: readonly string[]): string {
  return names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} … (${names.length})` : names.join(', ');
}
