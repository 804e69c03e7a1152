import type { IsoDate } from '@lien-ket/kernel';

/**
 * `statute`: the day follows from the code alone. `decided`: a published yearly decision was read. `computed-provisional`:
 * the code leaves the days to a yearly decision (Tết: 1 + 4 or 2 + 3 days; 2 September: the day before or after) and
 * that decision was not read; replace the row when it is.
 */
export type HolidayStatus = 'statute' | 'decided' | 'computed-provisional';

/** Days off, both ends included. */
export interface Holiday {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly name: string;
  readonly status: HolidayStatus;
  readonly source: string;
}

const CODE_2012 = 'Bộ luật Lao động 2012, Điều 115';
const CODE_2019 = 'Bộ luật Lao động 2019, Điều 112';
const IN_LIEU_2012 = 'Bộ luật Lao động 2012, Điều 115 khoản 3';
const IN_LIEU_2019 = 'Bộ luật Lao động 2019, Điều 111 khoản 3';
const DECISION_2024 = 'Công văn 8662/VPCP-KGVX ngày 03/11/2023';

const NEW_YEAR = 'Tết Dương lịch';
const TET = 'Tết Âm lịch (Nguyên đán)';
const HUNG_KINGS = 'Giỗ Tổ Hùng Vương (10/3 âm lịch)';
const VICTORY = 'Ngày Chiến thắng (30/4)';
const LABOUR = 'Ngày Quốc tế lao động (1/5)';
const NATIONAL = 'Quốc khánh (2/9)';
const NATIONAL_NEXT = 'Quốc khánh, 01 ngày liền kề';
const IN_LIEU = 'Nghỉ bù ngày nghỉ hằng tuần';

type Row = readonly [day: string, to: string, name: string, status: HolidayStatus, source?: string];

/**
 * Public holidays. 2020 stands under the code of 2012 (2 September alone); from 2021 the code of 2019 adds one day next
 * to it. A holiday on a weekend gives the next working day in lieu. Days exchanged for a Saturday by a yearly decision
 * (as around 30 April in some years) are not here: a tenant adds them with `workingCalendar`.
 */
const ROWS: Readonly<Record<number, readonly Row[]>> = {
  2020: [
    ['01-01', '01-01', NEW_YEAR, 'statute'],
    ['01-23', '01-27', TET, 'computed-provisional'],
    ['01-28', '01-29', IN_LIEU, 'computed-provisional', IN_LIEU_2012],
    ['04-02', '04-02', HUNG_KINGS, 'statute'],
    ['04-30', '04-30', VICTORY, 'statute'],
    ['05-01', '05-01', LABOUR, 'statute'],
    ['09-02', '09-02', NATIONAL, 'statute'],
  ],
  2021: [
    ['01-01', '01-01', NEW_YEAR, 'statute'],
    ['02-10', '02-14', TET, 'computed-provisional'],
    ['02-15', '02-16', IN_LIEU, 'computed-provisional', IN_LIEU_2019],
    ['04-21', '04-21', HUNG_KINGS, 'statute'],
    ['04-30', '04-30', VICTORY, 'statute'],
    ['05-01', '05-01', LABOUR, 'statute'],
    ['05-03', '05-03', IN_LIEU, 'statute', IN_LIEU_2019],
    ['09-02', '09-02', NATIONAL, 'statute'],
    ['09-03', '09-03', NATIONAL_NEXT, 'computed-provisional'],
  ],
  2022: [
    ['01-01', '01-01', NEW_YEAR, 'statute'],
    ['01-03', '01-03', IN_LIEU, 'statute', IN_LIEU_2019],
    ['01-31', '02-04', TET, 'computed-provisional'],
    ['04-10', '04-10', HUNG_KINGS, 'statute'],
    ['04-11', '04-11', IN_LIEU, 'statute', IN_LIEU_2019],
    ['04-30', '04-30', VICTORY, 'statute'],
    ['05-01', '05-01', LABOUR, 'statute'],
    ['05-02', '05-03', IN_LIEU, 'statute', IN_LIEU_2019],
    ['09-01', '09-01', NATIONAL_NEXT, 'computed-provisional'],
    ['09-02', '09-02', NATIONAL, 'statute'],
  ],
  2023: [
    ['01-01', '01-01', NEW_YEAR, 'statute'],
    ['01-02', '01-02', IN_LIEU, 'statute', IN_LIEU_2019],
    ['01-20', '01-24', TET, 'computed-provisional'],
    ['01-25', '01-26', IN_LIEU, 'computed-provisional', IN_LIEU_2019],
    ['04-29', '04-29', HUNG_KINGS, 'statute'],
    ['04-30', '04-30', VICTORY, 'statute'],
    ['05-01', '05-01', LABOUR, 'statute'],
    ['05-02', '05-03', IN_LIEU, 'statute', IN_LIEU_2019],
    ['09-01', '09-01', NATIONAL_NEXT, 'computed-provisional'],
    ['09-02', '09-02', NATIONAL, 'statute'],
    ['09-04', '09-04', IN_LIEU, 'statute', IN_LIEU_2019],
  ],
  2024: [
    ['01-01', '01-01', NEW_YEAR, 'statute'],
    ['02-08', '02-12', TET, 'decided', DECISION_2024],
    ['02-13', '02-14', IN_LIEU, 'decided', DECISION_2024],
    ['04-18', '04-18', HUNG_KINGS, 'statute'],
    ['04-30', '04-30', VICTORY, 'statute'],
    ['05-01', '05-01', LABOUR, 'statute'],
    ['09-02', '09-02', NATIONAL, 'statute'],
    ['09-03', '09-03', NATIONAL_NEXT, 'decided', DECISION_2024],
  ],
  2025: [
    ['01-01', '01-01', NEW_YEAR, 'statute'],
    ['01-27', '01-31', TET, 'computed-provisional'],
    ['04-07', '04-07', HUNG_KINGS, 'statute'],
    ['04-30', '04-30', VICTORY, 'statute'],
    ['05-01', '05-01', LABOUR, 'statute'],
    ['09-01', '09-01', NATIONAL_NEXT, 'computed-provisional'],
    ['09-02', '09-02', NATIONAL, 'statute'],
  ],
  2026: [
    ['01-01', '01-01', NEW_YEAR, 'statute'],
    ['02-16', '02-20', TET, 'computed-provisional'],
    ['04-26', '04-26', HUNG_KINGS, 'statute'],
    ['04-27', '04-27', IN_LIEU, 'statute', IN_LIEU_2019],
    ['04-30', '04-30', VICTORY, 'statute'],
    ['05-01', '05-01', LABOUR, 'statute'],
    ['09-01', '09-01', NATIONAL_NEXT, 'computed-provisional'],
    ['09-02', '09-02', NATIONAL, 'statute'],
  ],
};

/** In order of days. */
export const VIETNAM_HOLIDAYS: readonly Holiday[] = Object.entries(ROWS).flatMap(([year, rows]) =>
  rows.map(([from, to, name, status, source]) => ({
    from: `${year}-${from}`,
    to: `${year}-${to}`,
    name,
    status,
    source: source ?? (year === '2020' ? CODE_2012 : CODE_2019),
  })),
);
