// An OpenID Connect provider on a free port of this machine, with people who do not exist.
//
// Reads one line of JSON from its input: what it is to be like. Writes one line of JSON to its output: its issuer.
// It stops when its input is closed, so it never outlives who started it.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

console.info = console.error; // the output is for the issuer alone
const { default: Provider } = await import('oidc-provider');

const lines = createInterface({ input: process.stdin });
const settings = JSON.parse((await lines[Symbol.asyncIterator]().next()).value);
process.stdin.resume();
process.stdin.on('close', () => process.exit());
process.stdin.on('end', () => process.exit());

const server = createServer();
await new Promise((started) => { server.listen(0, '127.0.0.1', started); });
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: settings.client_id,
    client_secret: settings.client_secret,
    redirect_uris: ['http://127.0.0.1/'],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: settings.algorithm,
  }],
  jwks: settings.jwks,
  cookies: { keys: ['only for tests'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: !settings.claims_in_id_token,
  enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256', 'PS256'] },
  features: { devInteractions: { enabled: false } }, // these ask for a font elsewhere, and let everybody in
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  findAccount: (_context, login) => {
    const person = settings.people[login];
    return person && { accountId: login, claims: () => ({ sub: login, ...person }) };
  },
  renderError: (context, out) => { context.type = 'json'; context.body = out; },
});

// The service under test is on another port each time; elsewhere than on this machine nothing is sent.
provider.Client.prototype.redirectUriAllowed = (address) => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', 'testserver'].includes(hostname);
};

const options = Object.keys(settings.people).map((login) => `<option>${login}</option>`).join('');
const page = `<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Inlogdienst voor tests</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body><main>
<h1>Inlogdienst voor tests</h1>
<form method="post">
<p><label for="login">Wie bent u?</label> <select id="login" name="login">${options}</select></p>
<p><button name="choice" value="sign-in">Inloggen</button> <button name="choice" value="refuse">Weigeren</button></p>
</form></main></body></html>
`;

async function body(request) {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

async function interact(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
    return;
  }
  const form = await body(request);
  const login = form.get('login');
  if (form.get('choice') !== 'sign-in' || !settings.people[login]) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const grant = new provider.Grant({ accountId: login, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId: login }, consent });
}

const answer = provider.callback();
server.on('request', (request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response);
  return interact(request, response).catch((error) => { response.writeHead(400).end(error.name); });
});
console.log(JSON.stringify({ issuer }));
