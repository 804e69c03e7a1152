import { databaseState, type DatabaseState } from './database.adapter.js';
import { databaseFindings } from './database.js';
import type { DoctorConfig } from './doctor.config.js';
import { fault, type Finding } from './finding.js';
import { diskFinding, spaceAt } from './machine.js';
import { processFindings } from './processes.adapter.js';
import { brokerFindings, mailFinding } from './reach.adapter.js';

/** Everything that can be looked at, in the order in which one thing needs the other. */
export async function examine(config: DoctorConfig): Promise<Finding[]> {
  const { dataDir, processes, postgres, brokers, smtpUrl, faults } = config;
  const database = await databaseOf(postgres);
  const tenants = 'tenants' in database ? database.tenants.map(({ tenant }) => tenant) : [];
  return [
    ...faults.map((says) => fault('Cấu hình', says, 'sửa biến môi trường này')),
    diskFinding(dataDir, spaceAt(dataDir)),
    ...('tenants' in database ? databaseFindings(database) : [database]),
    ...(await brokerFindings(brokers, tenants)),
    ...(await processFindings(processes)),
    await mailFinding(smtpUrl, dataDir),
  ];
}

async function databaseOf(postgres: DoctorConfig['postgres']): Promise<DatabaseState | Finding> {
  const about = 'PostgreSQL';
  if (!postgres)
    return fault(
      about,
      'không biết ở đâu',
      'khởi động nền tảng, hoặc đặt POSTGRES_HOST, POSTGRES_PORT và POSTGRES_SUPERUSER_PASSWORD_FILE',
    );
  const { host, port } = postgres;
  try {
    return await databaseState(postgres);
  } catch (error) {
    return fault(
      about,
      `${host}:${port}: ${error instanceof Error ? error.message : String(error)}`,
      'kiểm tra PostgreSQL có chạy không, và mật khẩu (POSTGRES_SUPERUSER_PASSWORD_FILE)',
    );
  }
}
