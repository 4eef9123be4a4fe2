// What keys are called by people: metrics, platforms, languages, windows, severities.

import { language, t } from '../i18n.js';

const PLATFORMS = {
  x: 'X', rss: 'RSS', youtube: 'YouTube', linkedin: 'LinkedIn', tiktok: 'TikTok', hackernews: 'Hacker News',
  appstore: 'App Store', playstore: 'Google Play', googleplay: 'Google Play', stackoverflow: 'Stack Overflow', github: 'GitHub',
};

export const brandName = (brands, id) => brands.find((b) => b.id === id)?.name ?? id;

export function platformName(key) {
  if (!key) return '';
  return PLATFORMS[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
}

export function metricName(metric) {
  if (metric.startsWith('hashtag:')) return t('metric.hashtag', { tag: `#${metric.slice(8)}` });
  if (metric.startsWith('story:')) return t('metric.story');
  return ['mentions', 'negative', 'negative-share'].includes(metric) ? t(`metric.${metric}`) : metric;
}

export function languageName(code) {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(code);
  } catch {
    return code;
  }
}

export function countryName(code) {
  try {
    return new Intl.DisplayNames([language()], { type: 'region' }).of(code.toUpperCase());
  } catch {
    return code;
  }
}

const WINDOWS = { '15m': '15 min', '1h': '1 h', '3h': '3 h', '24h': '24 h' };

export const windowName = (window) => WINDOWS[window] ?? window;

export const severityName = (severity) => t('severity.named', { n: severity, name: t(`severity.${severity}`) });
