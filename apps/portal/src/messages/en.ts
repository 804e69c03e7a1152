import { vi, type Catalogue } from './vi.js';
export const en: Catalogue = vi;
