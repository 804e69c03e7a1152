import type { NamedUrl } from './doctor.config.js';
import { fault, notice, well, type Finding } from './finding.js';

interface Part {
  readonly name: string;
  readonly ready: boolean;
  readonly lag?: number;
  readonly detail?: string;
}

const PATIENCE_MS = 5_000;
const MUCH_LAG = 1_000;
const SHOWN = 3;

/** Whether each process answers, and each part of it follows its log. */
export async function processFindings(processes: readonly NamedUrl[]): Promise<Finding[]> {
  if (processes.length === 0)
    return [
      fault(
        'Tiến trình',
        'không thấy tiến trình nào',
        'npm start hoặc npm run cluster; nếu chạy ở nơi khác: đặt DATA_DIR, hoặc PLATFORM_URL, GATEWAY_URL, …',
      ),
    ];
  return (await Promise.all(processes.map(findingsOf))).flat();
}

async function findingsOf({ name, url }: NamedUrl): Promise<Finding[]> {
  const about = `Tiến trình ${name}`;
  const parts = await partsOf(url);
  if (parts === undefined)
    return [fault(about, `không trả lời ở ${url}`, `xem nhật ký của ${name}, khởi động lại tiến trình này`)];
  const stopped = parts.filter(({ ready }) => !ready);
  const lag = Math.max(0, ...parts.map((part) => part.lag ?? 0));
  return [
    lag > MUCH_LAG
      ? notice(
          about,
          `trả lời, chậm ${lag} sự kiện`,
          'chờ vài phút; nếu không giảm: docs/operations.md, mục "Lag"',
        )
      : well(about, `trả lời, chậm nhất ${lag} sự kiện`),
    ...stopped.slice(0, SHOWN).map(stoppedFinding),
    ...(stopped.length > SHOWN
      ? [fault('Phần đứng yên', `và ${stopped.length - SHOWN} phần khác`, 'như trên')]
      : []),
  ];
}

function stoppedFinding({ name, detail }: Part): Finding {
  const [tenant, service] = name.split('/');
  return fault(
    'Phần đứng yên',
    `${name}: ${detail ?? 'không sẵn sàng'}`,
    service
      ? `xem nhật ký follower.stopped của ${service}; sau khi sửa: npm run rebuild -- ${tenant} ${service}`
      : 'xem nhật ký; docs/operations.md, mục "A part stands still"',
  );
}

async function partsOf(url: string): Promise<readonly Part[] | undefined> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return ((await answer.json()) as { readonly parts: readonly Part[] }).parts;
  } catch {
    return undefined;
  }
}
