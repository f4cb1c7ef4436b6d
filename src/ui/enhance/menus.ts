const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

/**
 * Menus of the frame are `details`, which open without a script and would stay open: they close by a choice, by a click or
 * a step of the keyboard elsewhere, and by Esc, which leads back to what opened them.
 */
export function startMenus(): void {
  addEventListener("click", ({ target }) => closeMenus(target, "a"));
  addEventListener("focusin", ({ target }) => closeMenus(target));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    for (const menu of openMenus()) {
      const within = menu.contains(document.activeElement);
      menu.open = false;
      if (within) menu.querySelector("summary")?.focus();
    }
  });
}

/** Closes the menus that do not hold the target, and the one that does where a `choice` of it was hit. */
function closeMenus(target: EventTarget | null, choice?: string): void {
  for (const menu of openMenus()) {
    const within = target instanceof Node && menu.contains(target);
    const chosen = within && choice && target instanceof Element && target.closest(choice);
    if (!within || chosen) menu.open = false;
  }
}
