/** Whether a host, with its port, has no character that means something else in an address or a header. */
export const isPlainHost = (host: string): boolean => /^[\w.:[\]-]+$/.test(host);
