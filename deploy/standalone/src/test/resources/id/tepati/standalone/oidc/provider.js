// A certified provider of OpenID Connect on this machine, for tests: whoever gives the name of a person is that person.
// Its one argument is a file of JSON: { port, client, secret, returnAddress, people: { name: claims } }.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import Provider from 'oidc-provider';

const { port, client, secret, returnAddress, people } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{
    client_id: client,
    redirect_uris: [returnAddress],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    ...(secret ? { client_secret: secret } : { token_endpoint_auth_method: 'none' }),
  }],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'] },
  cookies: { keys: ['for tests alone'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, { uid }) => `/sign-in/${uid}` },
  pkce: { required: () => true },
  findAccount: (ctx, name) => people[name] && { accountId: name, claims: () => ({ sub: name, ...people[name] }) },
  async loadExistingGrant({ oidc }) {
    const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

const FORM = `<!doctype html>
<html lang="id"><title>Akun Kota</title>
<h1>Akun Kota</h1>
<form method="post"><label>Nama <input name="name"></label>
<button name="do" value="sign-in">Masuk</button> <button name="do" value="turn-back">Batal</button></form></html>`;

async function answerSignIn(request, response) {
  if (request.method !== 'POST') {
    await provider.interactionDetails(request, response);
    response.setHeader('Content-Type', 'text/html').end(FORM);
    return;
  }
  let body = '';
  for await (const part of request) body += part;
  const given = new URLSearchParams(body);
  await provider.interactionFinished(request, response, given.get('do') === 'turn-back'
    ? { error: 'access_denied' }
    : { login: { accountId: given.get('name') } });
}

const others = provider.callback();
createServer((request, response) => {
  if (!request.url.startsWith('/sign-in/')) {
    others(request, response);
    return;
  }
  answerSignIn(request, response).catch((failure) => {
    response.statusCode = 500;
    response.end(String(failure));
  });
}).listen(port, 'localhost', () => console.log('ready'));
