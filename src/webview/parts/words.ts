/** `two classes` -> `Two classes` */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The text with its percent signs kept beside their numbers. */
export const unbroken = (text: string): string => text.replace(/(\d) %/g, '$1\u00a0%');
