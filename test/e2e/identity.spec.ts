import { ADMIN, startApp, type TestApp } from '../support/app.js';

describe('signing in', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp({ WORKER: 'external' });
  });
  afterAll(() => test.close());

  const login = (email: string, password: string) => test.nobody.post('/api/auth/login').send({ email, password });

  it('opens nothing but health and sign-in without a token', async () => {
    await test.nobody.get('/api/health').expect(200);
    const calls = [
      '/api/invoices',
      '/api/invoices/1',
      '/api/invoices/1/file',
      '/api/invoices/1/pages/1/image',
      '/api/engines',
      '/api/users',
      '/api/api-keys',
      '/api/suppliers',
      '/api/auth/me',
    ];
    for (const path of calls) {
      const { body } = await test.nobody
        .get(path)
        .expect(401)
        .expect('Content-Type', /application\/problem\+json/);
      expect(body).toMatchObject({ code: 'auth.required', status: 401 });
    }
  });

  it('refuses a forged, an unsigned and a foreign token', async () => {
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":1,"version":1}').toString('base64url')}.`;
    for (const token of ['x.y.z', unsigned, 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjEsInZlcnNpb24iOjF9.AAAA']) {
      await test.nobody.get('/api/auth/me').set('Authorization', `Bearer ${token}`).expect(401);
    }
  });

  it('says the same of a wrong password and an unknown user', async () => {
    const wrong = await login(ADMIN.email, 'not the password').expect(401);
    const unknown = await login('nobody@test.local', 'not the password').expect(401);
    expect(wrong.body).toMatchObject({ code: 'auth.invalid_credentials' });
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('slows down who guesses, for that account alone', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await login('guess@test.local', `guess number ${i}`)).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
    await login(ADMIN.email, ADMIN.password).expect(200);
  });

  it('names every fault of a request and refuses what it does not know', async () => {
    const { body } = await test.nobody.post('/api/auth/login').send({ email: 'x', role: 'admin' }).expect(400);
    expect(body.code).toBe('request.invalid');
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual(
      expect.arrayContaining(['email', 'password', 'role']),
    );
  });

  it('lets an auditor look and touch nothing', async () => {
    const auditor = await test.as('auditor');
    await auditor.get('/api/invoices').expect(200);
    await auditor.get('/api/users').expect(403);
    for (const call of ['accept', 'reject', 'reopen', 'reprocess']) {
      const { body } = await auditor.post(`/api/invoices/1/${call}`).send({}).expect(403);
      expect(body.code).toBe('auth.forbidden');
    }
    await auditor.patch('/api/invoices/1').send({}).expect(403);
    await auditor.post('/api/invoices').attach('file', Buffer.from('x'), 'x.pdf').expect(403);
  });

  it('keeps users and keys to administrators', async () => {
    for (const role of ['accountant', 'reviewer'] as const) {
      const agent = await test.as(role);
      await agent.get('/api/users').expect(403);
      await agent.post('/api/api-keys').send({ name: 'x', role: 'admin' }).expect(403);
    }
  });

  it('takes an API key with its role, shows it once, and forgets it when withdrawn', async () => {
    const { body: made } = await test.admin.post('/api/api-keys').send({ name: 'ERP', role: 'auditor' }).expect(201);
    const withKey = (path: string) => test.nobody.get(path).set('X-Api-Key', made.key as string);
    expect((await withKey('/api/auth/me').expect(200)).body).toEqual({
      actor: 'api-key:ERP',
      role: 'auditor',
      userId: null,
    });
    await withKey('/api/users').expect(403);
    const { body: listed } = await test.admin.get('/api/api-keys').expect(200);
    expect(JSON.stringify(listed)).not.toContain(made.key);
    await test.admin.delete(`/api/api-keys/${made.id}`).expect(204);
    await withKey('/api/auth/me').expect(401);
  });

  it('ends the sessions of a user who is blocked or changes the password', async () => {
    const { body: user } = await test.admin
      .post('/api/users')
      .send({ email: 'leaver@test.local', name: 'Leaver', role: 'reviewer', password: 'mot de passe 3' })
      .expect(201);
    expect(JSON.stringify(user)).not.toMatch(/password|hash/i);
    const { body: first } = await login('leaver@test.local', 'mot de passe 3').expect(200);
    const me = (token: string) => test.nobody.get('/api/auth/me').set('Authorization', `Bearer ${token}`);
    await me(first.accessToken).expect(200);
    await test.nobody
      .post('/api/auth/password')
      .set('Authorization', `Bearer ${first.accessToken}`)
      .send({ present: 'mot de passe 3', next: 'mot de passe 4' })
      .expect(204);
    await me(first.accessToken).expect(401);
    const { body: second } = await login('leaver@test.local', 'mot de passe 4').expect(200);
    await test.admin.patch(`/api/users/${user.id}`).send({ active: false }).expect(200);
    await me(second.accessToken).expect(401);
    await login('leaver@test.local', 'mot de passe 4').expect(401);
  });

  it('does not let the last administrator go, nor the same e-mail twice', async () => {
    const { body: users } = await test.admin.get('/api/users').expect(200);
    const admin = users.find((user: { email: string }) => user.email === ADMIN.email);
    const { body } = await test.admin.patch(`/api/users/${admin.id}`).send({ role: 'auditor' }).expect(409);
    expect(body.code).toBe('user.last_admin');
    const again = { email: ADMIN.email.toUpperCase(), name: 'Twice', role: 'auditor', password: 'mot de passe 5' };
    expect((await test.admin.post('/api/users').send(again).expect(409)).body.code).toBe('user.email_taken');
    for (const change of [{ name: null }, { role: null }, { active: null }, { password: null }]) {
      await test.admin.patch(`/api/users/${admin.id}`).send(change).expect(400);
    }
  });

  it('answers oddities with a problem and a request id, never with a stack', async () => {
    const odd = [
      await test.admin.get('/api/invoices/zero'),
      await test.admin.get('/api/invoices/999999'),
      await test.admin.get('/api/nowhere'),
      await test.admin.post('/api/auth/login').set('Content-Type', 'application/json').send('{"email":'),
      await test.admin.get('/api/invoices?perPage=100000&sort=password_hash&status=evil&from=2026'),
      await test.admin.get('/api/invoices/1%2e%2e%2f/file'),
    ];
    expect(odd.map(({ status }) => status)).toEqual([400, 404, 404, 400, 400, 400]);
    for (const { body, headers, text } of odd) {
      expect(body.requestId).toBe(headers['x-request-id']);
      expect(text).not.toMatch(/node_modules|at \w+ \(/);
    }
    expect(odd[4]!.body.errors.map((error: { field: string }) => error.field).sort()).toEqual([
      'from',
      'perPage',
      'sort',
      'status',
    ]);
  });

  it('sends the headers of a careful site', async () => {
    const { headers } = await test.nobody.get('/api/health');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('treats words to look for as words, wildcards and quotes too', async () => {
    for (const q of ["' OR 1=1 --", '%', '_', '\\', '"; DROP TABLE invoice; --']) {
      const { body } = await test.admin.get('/api/invoices').query({ q }).expect(200);
      expect(body).toEqual({ data: [], total: 0 });
    }
  });

  it('slows down who tries many accounts from one address', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 60; i++) statuses.push((await login(`spray-${i}@test.local`, 'the one password')).status);
    expect(statuses.at(-1)).toBe(429);
  }, 60_000);
});
