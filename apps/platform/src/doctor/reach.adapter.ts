import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { kafkaClient, probe, type KafkaAddress } from '@lien-ket/messaging';
import { fault, notice, well, type Finding } from './finding.js';

const PATIENCE_MS = 5_000;

/** Whether the mail server greets; without one mails are files. */
export async function mailFinding(smtpUrl: string | undefined, dataDir: string): Promise<Finding> {
  const about = 'Thư điện tử';
  if (!smtpUrl)
    return notice(about, `không gửi đi, nằm ở ${dataDir}/mail`, 'đặt SMTP_URL hoặc SMTP_URL_FILE');
  const { hostname, port, protocol } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const at = Number(port || (secure ? 465 : 587));
  const greeting = await greetingOf(hostname, at, secure);
  return greeting?.startsWith('220')
    ? well(about, `${hostname}:${at} trả lời`)
    : fault(about, `${hostname}:${at} không trả lời như máy thư`, 'kiểm tra SMTP_URL, tường lửa và máy thư');
}

function greetingOf(host: string, port: number, secure: boolean): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = secure ? connectTls({ host, port, servername: host }) : connect({ host, port });
    const end = (text?: string): void => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(PATIENCE_MS, () => end());
    socket.once('error', () => end());
    socket.once('data', (data) => end(data.toString('utf8')));
  });
}

/** Each credential is tried out: it reaches the broker, and may what it should and no more. */
export async function brokerFindings(
  brokers: readonly KafkaAddress[],
  tenants: readonly string[],
): Promise<Finding[]> {
  if (brokers.length === 0)
    return [well('Kafka', 'không dùng: các dịch vụ chạy chung một tiến trình, hoặc đọc từ nhật ký')];
  return Promise.all(brokers.map((address) => brokerFinding(address, tenants)));
}

async function brokerFinding(address: KafkaAddress, tenants: readonly string[]): Promise<Finding> {
  const about = `Kafka ${address.sasl?.username ?? ''}`.trim();
  try {
    const faults = await probe(kafkaClient(address), tenants);
    return faults.length === 0
      ? well(about, `${address.brokers.length} máy, quyền vừa đủ`)
      : fault(
          about,
          faults.slice(0, 3).join('; '),
          'khởi động lại tiến trình platform: nó cấp lại đúng các quyền (KAFKA_PRINCIPALS)',
        );
  } catch {
    return fault(
      about,
      `không vào được ${address.brokers.join(', ')}`,
      'kiểm tra Kafka, KAFKA_USERNAME và KAFKA_PASSWORD_FILE',
    );
  }
}
