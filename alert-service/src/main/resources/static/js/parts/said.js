// What a failed request means for the person who made it.

import { t } from '../i18n.js';

export const said = (e) => (e.status === 0 ? t('error.offline') : e.status === 403 ? t('error.forbidden') : e.message);
