import type { Catalogue } from '@lien-ket/service';

/** Sentences of the gateway's own refusals. */
export const gatewayMessages: Catalogue<'stream.full' | 'service.silent'> = {
  vi: {
    'stream.full': 'Đang có quá nhiều kết nối trực tiếp; trang sẽ tự thử lại.',
    'service.silent': 'Dịch vụ phía sau không trả lời; hãy thử lại sau ít giây.',
  },
  en: {
    'stream.full': 'There are too many live connections; the page will try again.',
    'service.silent': 'The service behind does not answer; try again in a few seconds.',
  },
};
