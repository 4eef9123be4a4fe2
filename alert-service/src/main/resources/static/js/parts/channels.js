// The ways to reach somebody, one line each: what a way has to be told; `secrets` go in and are never shown again.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';

export const CHANNELS = {
  email: { settings: ['address'], secrets: [] },
  slack: { settings: [], secrets: ['url'] },
  teams: { settings: [], secrets: ['url'] },
  webhook: { settings: ['url'], secrets: ['secret'] },
  alertmanager: { settings: ['url', 'user'], secrets: ['token', 'password'] },
  console: { settings: [], secrets: [] },
};

export const TEAM = 'team';

export const channelName = (channel) => (CHANNELS[channel] || channel === TEAM ? t(`channel.${channel}`) : channel);

/** Where a way leads, and whether the person at its end has agreed. */
export function wayLine({ channel, settings, consent }) {
  const to = settings.address ?? settings.url ?? '';
  return html`
    <b>${channelName(channel)}</b> <bdi>${to}</bdi>
    ${consent ? html`<span class=${`tag consent ${consent}`}>${t(`consent.${consent}`)}</span>` : ''}`;
}
