/** What a gateway in front of Graph answers when it is in trouble: a page for people, no JSON, no Graph headers. */
export function gatewayPage(status: number): Response {
  return new Response(page(status, reasons.get(status) ?? 'Server Error'), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

const reasons: ReadonlyMap<number, string> = new Map([
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
])

function page(status: number, reason: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${status} ${reason}</title></head>
<body>
<h1>Sorry, something went wrong.</h1>
<p>We're working on it and we'll get it fixed as soon as we can. (${status} ${reason})</p>
</body>
</html>
`
}
