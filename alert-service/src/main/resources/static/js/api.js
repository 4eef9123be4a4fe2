// The public API, as the page uses it. Every error becomes one with a sentence for people.

import { doubt } from './connection.js';

export class ApiError extends Error {
  constructor(status, detail, field) {
    super(detail);
    this.status = status;
    this.field = field;
  }
}

export const signedOut = new EventTarget();

async function call(method, path, { query, body, file, signal } = {}, tries = 3) {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, value);
  }
  const headers = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang };
  if (body !== undefined || method !== 'GET') headers['Content-Type'] = file?.type ?? 'application/json';
  if (file) headers['X-Requested-With'] = 'fetch';
  let answer;
  try {
    answer = await fetch(url, { method, headers, body: file ? file.text : body === undefined ? undefined : JSON.stringify(body), signal });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    doubt(true);
    throw new ApiError(0, 'offline');
  }
  if ([502, 504].includes(answer.status)) {
    doubt(true);
    throw new ApiError(0, 'offline');
  }
  // the index may be busy for a moment, when a month's first mention arrives
  if (method === 'GET' && answer.status === 503 && tries > 0) {
    await new Promise((resolve) => { setTimeout(resolve, 1_000); });
    return call(method, path, { query, signal }, tries - 1);
  }
  if (answer.status === 401 && path !== '/api/session') signedOut.dispatchEvent(new Event('out'));
  const text = await answer.text();
  const json = text ? parse(text) : null;
  if (!answer.ok) throw new ApiError(answer.status, json?.detail ?? answer.statusText, json?.field);
  return json;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const api = {
  get: (path, query, signal) => call('GET', path, { query, signal }),
  post: (path, body = {}) => call('POST', path, { body }),
  put: (path, body) => call('PUT', path, { body }),
  putFile: (path, type, text, query) => call('PUT', path, { query, file: { type, text } }),
  remove: (path) => call('DELETE', path),
};
