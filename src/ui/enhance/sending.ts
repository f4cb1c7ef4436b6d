import { draftOf, forgetDraft, holdsSecret, keepDraft, keyOf, renewDraft } from "./drafts.ts";
import { textsFor } from "./messages.ts";

/** After so long a page that was asked for and did not come may have been stopped by the person. */
const STOPPED_MS = 20_000;

/**
 * Sends a form of ours once, and so that nothing typed is lost when the connection is: the form stays until its answer
 * is here. `show` puts the page that answers in the place of this one.
 */
export function sendForm(event: SubmitEvent, show: (html: string, address: string) => void): void {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || !buttonOf(form)) return;
  if (isUnderWay(form)) {
    event.preventDefault();
    return;
  }
  setUnderWay(form, true);
  if (holdsSecret(form)) {
    // A browser offers to keep a password when it sends the form itself.
    setTimeout(() => setUnderWay(form, false), STOPPED_MS);
    return;
  }
  event.preventDefault();
  void sendKeeping(form, event.submitter as HTMLButtonElement | null, show);
}

async function sendKeeping(
  form: HTMLFormElement,
  submitter: HTMLButtonElement | null,
  show: (html: string, address: string) => void,
): Promise<void> {
  keepDraft(form);
  const answer = await answerTo(form, submitter);
  const texts = textsFor(form);
  if (answer === undefined || answer.status >= 500) {
    keepDraft(form, true);
    tell(form, answer === undefined ? texts.lost : texts.failed);
  } else if (answer.redirected) {
    forgetDraft(form);
    leaveFor(answer.url);
    return;
  } else if (answer.type === "text/html") {
    const key = keyOf(form);
    const kept = filesOf(form);
    const draft = draftOf(form);
    forgetDraft(form);
    show(answer.text, answer.url);
    const now = [...document.forms].find((one) => keyOf(one) === key);
    const asksOn = submitter?.name === "step" || submitter?.name === "rows";
    if (now && (answer.status >= 400 || asksOn)) {
      chooseAgain(now, kept);
      renewDraft(now, submitter?.name === "step" ? draft : undefined);
    }
    return;
  } else tell(form, answer.status === 413 ? texts.tooLarge : answer.text);
  setUnderWay(form, false);
}

type Answer = Readonly<{ status: number; redirected: boolean; url: string; type: string; text: string }>;

/** Undefined where no answer came. */
async function answerTo(
  form: HTMLFormElement,
  submitter: HTMLButtonElement | null,
): Promise<Answer | undefined> {
  const body = new FormData(form);
  if (submitter?.name) body.append(submitter.name, submitter.value);
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  const texts = [...body].map(([name, value]) => [name, String(value)]);
  const stop = new AbortController();
  const stopped = () => stop.abort();
  addEventListener("offline", stopped);
  try {
    const answer = await fetch(new URL(action, location.href), {
      method: "POST",
      body: form.getAttribute("enctype") === "multipart/form-data" ? body : new URLSearchParams(texts),
      signal: stop.signal,
    });
    const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
    const { status, redirected, url } = answer;
    return { status, redirected, url, type, text: await answer.text() };
  } catch {
    // No connection, or one that broke off: the caller says so beside the button.
    return undefined;
  } finally {
    removeEventListener("offline", stopped);
  }
}

/** An address that differs by nothing or by its fragment alone would not be loaded again. */
function leaveFor(address: string): void {
  const to = new URL(address);
  if (to.pathname + to.search === location.pathname + location.search) location.reload();
  else location.assign(address);
}

const NOTICE = "data-not-sent";

/** Says beside the button why the form is still here. */
function tell(form: HTMLFormElement, sentence: string): void {
  form.querySelector(`[${NOTICE}]`)?.remove();
  const notice = document.createElement("p");
  notice.setAttribute(NOTICE, "");
  notice.setAttribute("role", "alert");
  notice.className = "my-4 max-w-xl border-l-8 border-error-1 bg-solid-gray-50 px-4 py-3";
  notice.textContent = sentence;
  buttonOf(form)?.before(notice);
}

/** Whoever waits for the connection is told when it is there again. */
export function tellOnline(): void {
  for (const notice of document.querySelectorAll(`[${NOTICE}]`)) notice.textContent = textsFor(notice).online;
}

/** What can be sent again after the person came back to the page. */
export function readyAgain(): void {
  for (const form of document.forms) if (isUnderWay(form)) setUnderWay(form, false);
}

const buttonOf = (form: HTMLFormElement) => form.querySelector<HTMLButtonElement>("button[data-busy]");

const isUnderWay = (form: HTMLFormElement) => form.dataset.underWay !== undefined;

function setUnderWay(form: HTMLFormElement, underWay: boolean): void {
  const button = buttonOf(form);
  if (!button || isUnderWay(form) === underWay) return;
  if (underWay) {
    form.querySelector(`[${NOTICE}]`)?.remove();
    form.dataset.underWay = button.textContent;
    button.textContent = button.dataset.busy ?? "";
    button.setAttribute("aria-disabled", "true");
  } else {
    button.textContent = form.dataset.underWay ?? "";
    button.removeAttribute("aria-disabled");
    delete form.dataset.underWay;
  }
}

/** Chosen files can't be written into a page by the server; the browser takes them over. */
function filesOf(form: HTMLFormElement): readonly (readonly [string, FileList])[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].flatMap((input) =>
    input.files?.length ? [[input.name, input.files] as const] : [],
  );
}

function chooseAgain(form: HTMLFormElement, kept: readonly (readonly [string, FileList])[]): void {
  for (const [name, files] of kept) {
    const input = form.querySelector<HTMLInputElement>(`input[type="file"][name="${name}"]`);
    if (input) input.files = files;
  }
}
