import { statfsSync } from 'node:fs';
import { fault, notice, well, type Finding } from './finding.js';

export interface Space {
  readonly free: number;
  readonly total: number;
}

const GIB = 2 ** 30;
const FULL = { share: 0.03, bytes: GIB };
const SCARCE = { share: 0.1, bytes: 5 * GIB };

export function spaceAt(directory: string): Space | undefined {
  try {
    const { bavail, bsize, blocks } = statfsSync(directory);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return undefined;
  }
}

/** PostgreSQL, Kafka and files people attach all end when the disk is full: said before it is. */
export function diskFinding(directory: string, space: Space | undefined): Finding {
  const about = 'Chỗ trống trên đĩa';
  if (!space)
    return notice(
      about,
      `không có thư mục ${directory}`,
      'đặt DATA_DIR đúng nơi dữ liệu nằm, nếu nó ở máy này',
    );
  const says = `${(space.free / GIB).toFixed(1)} GiB (${Math.round((space.free / space.total) * 100)} %)`;
  const below = ({ share, bytes }: typeof FULL): boolean =>
    space.free < bytes || space.free < space.total * share;
  if (below(FULL))
    return fault(about, says, 'giải phóng chỗ ngay: khi đầy, mọi lần ghi đều bị từ chối (503)');
  return below(SCARCE) ? notice(about, says, 'mở rộng đĩa trong tuần này') : well(about, says);
}
