/**
 * The code for a page. Meta's begins by loading its script; here that part is left out, so that no page
 * which copies an invented pixel asks a real server for it.
 */
export function pixelCode(id: string, origin: string): string {
  return [
    '<!-- Meta Pixel Code -->',
    '<script>',
    'window.fbq = window.fbq || function () { (fbq.queue = fbq.queue || []).push(arguments) };',
    `fbq('init', '${id}');`,
    "fbq('track', 'PageView');",
    '</script>',
    `<noscript><img height="1" width="1" style="display:none" src="${origin}/tr?id=${id}&ev=PageView&noscript=1"/></noscript>`,
    '<!-- End Meta Pixel Code -->',
  ].join('\n')
}
