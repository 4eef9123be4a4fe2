/** Tells a Prometheus Alertmanager (API v2), so that on-call tooling that hangs on one needs nothing else. */
@NullMarked
package vigie.alert.notify.alertmanager;

import org.jspecify.annotations.NullMarked;
