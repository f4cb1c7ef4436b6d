/** Hundredths of a degree, about a kilometre: near enough to sort by distance, too wide to tell a house. */
const DIGITS = 2;

/** Only where nobody on the way can listen (https, or the own machine). */
export const canAskPosition = (): boolean => isSecureContext && "geolocation" in navigator;

/**
 * Asks the device where it is, once; the browser asks the reader first. About where that is becomes the choice of the
 * form's field of that name, and the form is sent.
 */
export function askPosition(button: HTMLElement): void {
  const form = button.closest("form");
  const field = form?.elements.namedItem(button.dataset.position ?? "");
  const told = button.nextElementSibling;
  if (!(field instanceof HTMLSelectElement)) return;
  const found = ({ coords }: GeolocationPosition) => {
    const value = [coords.latitude, coords.longitude].map((part) => part.toFixed(DIGITS)).join(",");
    field.add(new Option(button.textContent ?? value, value, true, true));
    form?.requestSubmit();
  };
  const missed = () => {
    if (told) told.textContent = button.dataset.failed ?? "";
  };
  navigator.geolocation.getCurrentPosition(found, missed, { maximumAge: 60_000, timeout: 15_000 });
}
