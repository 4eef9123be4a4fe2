// Whether the page is as narrow as a phone; it is drawn again when that changes.

import { changed } from './state.js';

export const narrow = matchMedia('(max-width: 30rem)');
narrow.addEventListener('change', () => changed.dispatchEvent(new Event('change')));
