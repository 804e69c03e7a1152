/** Sửa lỗi nhập liệu, as it stands beside what was corrected: why, on which day, and who in which capacity. */
export interface EntryCorrection {
  readonly reason: string;
  readonly on: string;
  readonly by: { readonly role: string; readonly organisationId?: string };
}
