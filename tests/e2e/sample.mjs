// sample.mjs - the pages of the sample help centre (articles/) that the tests visit.

export const LANGUAGES = ['en', 'ko', 'ja'];
export const WORD = { en: 'index', ko: '검색', ja: '検索' };

// One address for each kind of page, in a language.
export function pageKinds(lang = 'en') {
  const q = encodeURIComponent(WORD[lang]);
  return {
    home: `/${lang}/`,
    results: `/search?q=${q}&lang=${lang}`,
    'results with filters': `/search?q=${q}&lang=${lang}&kind=help&level=basic`,
    'empty results': `/search?q=qzxqzx&lang=${lang}`,
    'search without words': `/search?lang=${lang}`,
    explanation: `/search?q=${q}&lang=${lang}&explain=1`,
    article: `/${lang}/articles/write-your-first-article`,
    'article with everything': `/${lang}/articles/markdown`,
    thread: `/community/search-too-many-results?lang=${lang}`,
    category: `/${lang}/categories/getting-started`,
    contact: `/${lang}/contact`,
    integrations: `/${lang}/integrations`,
    incidents: `/${lang}/incidents`,
    incident: `/${lang}/incidents/container-image-downloads-failed`,
    error: `/${lang}/articles/no-such-page`,
  };
}

export const ARTICLE = '/en/articles/write-your-first-article';
export const LONG_ARTICLE = '/en/articles/markdown';
export const TRANSLATED_ARTICLE = 'write-your-first-article';
export const THREAD = '/community/search-too-many-results';
// Each is answered by a quotation.
export const ASKED = { en: 'how do I redirect an old address', ko: '이전 색인으로 되돌리는 방법', ja: '記事を翻訳する手順' };
