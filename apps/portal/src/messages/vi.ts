import { recordWordsVi } from '@lien-ket/contracts';
import { viErasures } from './vi-erasures.js';
import { viEvents } from './vi-events.js';
import { viFrame } from './vi-frame.js';
import { viHistory } from './vi-history.js';
import { viPages } from './vi-pages.js';
import { viRegisters } from './vi-registers.js';
import { viWords } from './vi-words.js';
import { viWork } from './vi-work.js';

/** Everything the portal says, in Vietnamese: the catalogue that the other languages must match key by key. */
export const vi = {
  ...viFrame,
  ...viWords,
  ...viEvents,
  ...viHistory,
  ...viPages,
  ...viWork,
  ...recordWordsVi,
  ...viRegisters,
  ...viErasures,
};

export type MessageKey = keyof typeof vi;
export type Catalogue = Readonly<Record<MessageKey, string>>;
