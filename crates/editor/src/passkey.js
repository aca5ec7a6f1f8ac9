// Passkeys: the browser is asked for one, and what it says goes to the desk, which decides. This stands behind desk.js
// in one module, in a block of its own. Without it, or in a browser that knows no passkeys, nothing of theirs is shown.
{
  const able = isSecureContext && typeof PublicKeyCredential === 'function' && 'credentials' in navigator;
  document.documentElement.classList.toggle('passkeys', able);

  // What goes between desk and browser is JSON with bytes in base64url. Newer browsers read and write it themselves.
  function bytes(text) {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  }

  function base64(buffer) {
    const text = btoa(String.fromCharCode(...new Uint8Array(buffer)));
    return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  }

  const named = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

  const creation = (asked) => PublicKeyCredential.parseCreationOptionsFromJSON?.(asked) ?? {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: named(asked.excludeCredentials),
  };

  const request = (asked) => PublicKeyCredential.parseRequestOptionsFromJSON?.(asked) ?? {
    ...asked,
    challenge: bytes(asked.challenge),
    allowCredentials: named(asked.allowCredentials),
  };

  const PARTS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

  function json(credential) {
    try {
      if (credential.toJSON) return credential.toJSON();
    } catch {
      // Some password managers put an object of their own in the place of the browser's.
    }
    const { id, type, authenticatorAttachment, response } = credential;
    const said = PARTS.filter((part) => response[part]).map((part) => [part, base64(response[part])]);
    if (response.getTransports) said.push(['transports', response.getTransports()]);
    const made = Object.fromEntries(said);
    return { id, rawId: id, type, authenticatorAttachment, clientExtensionResults: {}, response: made };
  }

  async function post(address, fields) {
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      headers: { 'X-Desk': 'passkey' },
      body: new URLSearchParams(fields),
    });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(said.why ?? 'The desk did not take this. Reload the page and try again.');
    return said;
  }

  /** Question, answer, and what the desk says to it. */
  async function ceremony(address, fields) {
    const asked = await post(`${address}/begin`, fields);
    const credential = asked.user
      ? await navigator.credentials.create({ publicKey: creation(asked) })
      : await navigator.credentials.get({ publicKey: request(asked) });
    return post(`${address}/finish`, { ...fields, answer: JSON.stringify(json(credential)) });
  }

  const FAULTS = {
    NotAllowedError: 'No passkey was used: it was called off, or took too long.',
    AbortError: 'No passkey was used: it was called off.',
    InvalidStateError: 'This device has a passkey for you here already.',
    SecurityError: 'Passkeys work only at the address that this desk calls its own.',
    NotSupportedError: 'This device cannot make such a passkey.',
    TypeError: 'The desk does not answer. Try again in a moment.',
  };

  /** Says it beside the button, in place of what was said there before. */
  function saying(button, words) {
    const place = button.closest('p') ?? button;
    const before = place.nextElementSibling;
    if (before?.matches('[data-said]')) before.remove();
    if (!words) return;
    const line = document.createElement('p');
    line.className = 'why';
    line.dataset.said = '';
    line.setAttribute('role', 'alert');
    line.textContent = words;
    place.after(line);
  }

  async function press(button, work) {
    saying(button, '');
    button.disabled = true;
    try {
      await work();
    } catch (fault) {
      saying(button, FAULTS[fault.name] ?? fault.message);
    } finally {
      button.disabled = false;
    }
  }

  /** No act wants a code now: every field for one goes, and the keys go on at the button of the form. */
  function proved(form) {
    const line = document.createElement('p');
    line.className = 'hint';
    line.setAttribute('role', 'status');
    line.textContent = 'It is you: no code is wanted for ten minutes.';
    form.querySelector('[data-passkey=prove]')?.closest('.field, .go, .do')?.before(line);
    for (const code of document.querySelectorAll('input[name=code]')) {
      (code.closest('p.field') ?? code.closest('label') ?? code).remove();
    }
    for (const button of document.querySelectorAll('[data-passkey=prove]')) button.remove();
    form.querySelector('button:not([type=button], [disabled])')?.focus();
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-passkey]');
    if (!button) return;
    const { form } = button;
    const field = (name) => form.querySelector(`[name=${name}]`)?.value ?? '';
    press(button, async () => {
      if (button.dataset.passkey === 'in') {
        const { to } = await ceremony('/desk/in/passkey', { to: field('to') });
        location.assign(to);
      } else {
        await ceremony('/desk/prove', { token: field('token') });
        proved(form);
      }
    });
  });

  const add = document.querySelector('form#passkey-add');
  add?.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(add));
    press(event.submitter ?? add.querySelector('button:not([type=button])'), async () => {
      location.assign((await ceremony('/desk/account/passkey', fields)).to);
    });
  });
}
