import { answersTo } from '@lien-ket/kernel';

/** One of a list to choose from; `alike` are its other spellings, which find it too. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly alike?: readonly string[];
}

/** How every list of choices is searched: without marks, and by the short spellings. */
export const CHOICE_SEARCH = {
  filterOption: (typed: string, choice: Partial<Choice> | undefined): boolean =>
    answersTo([choice?.label ?? '', ...(choice?.alike ?? [])], typed),
};
