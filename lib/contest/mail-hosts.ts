/**
 * Where anybody may have a mailbox: a domain of these says nothing of who belongs together. By the whole domain: `gmail.com` of
 * everybody, but not `sub.gmail.com`, and `edu.vn` has no mailboxes while every school below it has its own.
 */
const sharedMailHosts: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com'],
  ...['yahoo.com', 'yahoo.com.vn', 'ymail.com', 'rocketmail.com'],
  ...['outlook.com', 'outlook.com.vn', 'hotmail.com', 'hotmail.com.vn', 'live.com', 'msn.com'],
  ...['icloud.com', 'me.com', 'mac.com'],
  ...['proton.me', 'protonmail.com', 'pm.me'],
  ...['zoho.com', 'zohomail.com', 'aol.com', 'gmx.com', 'gmx.net', 'mail.com'],
  ...['yandex.com', 'yandex.ru', 'mail.ru', 'qq.com', '163.com', 'naver.com'],
  // Of Vietnamese carriers, for their customers.
  ...['vnn.vn', 'hn.vnn.vn', 'hcm.vnn.vn', 'dng.vnn.vn', 'fpt.vn', 'hn.fpt.vn', 'hcm.fpt.vn'],
  ...['zing.vn', 'vol.vn'],
]);

/** Whether mailboxes of this domain (in lower case) are everybody's to have. */
export const isSharedMailHost = (domain: string): boolean => sharedMailHosts.has(domain);

/** The domain of an address, in lower case; empty where it has none. */
export const domainOf = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 0 ? '' : address.slice(at + 1).toLowerCase();
};
