// Compiled into better-sqlite3 by lib/cli/native/rebuild-sqlite.mjs. From Node 24.19 on, node::ObjectWrap puts itself on
// a list of the environment's, and takes itself off when it is collected. better-sqlite3 12 has statements collected
// while there is no environment, where Node aborts. So nothing is put on that list, as in older versions.
#include <node.h>
inline void PutOnNoList() {}
#define AddEnvironmentCleanupHook(...) PutOnNoList()
#define RemoveEnvironmentCleanupHook(...) PutOnNoList()
#include <node_object_wrap.h>
#undef AddEnvironmentCleanupHook
#undef RemoveEnvironmentCleanupHook
