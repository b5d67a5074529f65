import type { ControlRoute } from './control-route.ts'
import { clockRoutes } from './routes/clock-routes.ts'
import { faultRoutes } from './routes/fault-routes.ts'
import { pageRoutes } from './routes/page-routes.ts'
import { quotaRoutes } from './routes/quota-routes.ts'
import { requestRoutes } from './routes/request-routes.ts'
import { reviewRoutes } from './routes/review-routes.ts'
import { runRoutes } from './routes/run-routes.ts'
import { stateRoutes } from './routes/state-routes.ts'
import { tokenRoutes } from './routes/token-routes.ts'
import { webhookRoutes } from './routes/webhook-routes.ts'

/** Everything the control API can do: served, checked and documented from this one table. */
export const controlRoutes: readonly ControlRoute[] = [
  ...stateRoutes,
  ...faultRoutes,
  ...clockRoutes,
  ...requestRoutes,
  ...quotaRoutes,
  ...reviewRoutes,
  ...runRoutes,
  ...tokenRoutes,
  ...webhookRoutes,
  ...pageRoutes,
]
