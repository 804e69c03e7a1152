import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { remember } from '../client/client.js';
import { translator, type Language, type Translate } from './translate.js';

interface Words {
  readonly t: Translate;
  readonly language: Language;
  choose(language: Language): void;
}

const KEPT_AS = 'lien-ket.language';
const WordsContext = createContext<Words | undefined>(undefined);

function keptLanguage(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'vi';
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEPT_AS, language);
    remember({ language });
  }, [language]);
  const words = useMemo(() => ({ t: translator(language), language, choose: setLanguage }), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no WordsProvider above');
  return words;
}
