// What has been heard of a brand, to propose it while one writes a query. One can write without.

import { api } from '../api.js';

const WORDS = { platforms: 'platform', languages: 'lang' };

export async function knownWords(brand) {
  const found = await Promise.all(Object.entries(WORDS).map(async ([name, by]) => {
    try {
      return [name, (await api.get('/api/stats/breakdown', { brand, by, size: 30 })).items.map((i) => i.key)];
    } catch {
      return [name, []];
    }
  }));
  return Object.fromEntries(found);
}
