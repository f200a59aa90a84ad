// sanitized_build.h - whether this is a sanitizer's build: it is several times slower, and its shadow memory
// takes terabytes of address space. Tested by tests/unit/indexer/worker_pool_test.cc, whose workers don't
// start where this is wrong.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SIGNPOST_SANITIZED_BUILD true
#elif defined(__has_feature)  // clang 14 defines neither
#define SIGNPOST_SANITIZED_BUILD (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#else
#define SIGNPOST_SANITIZED_BUILD false
#endif

namespace signpost {

inline constexpr bool kSanitizedBuild = SIGNPOST_SANITIZED_BUILD;

}  // namespace signpost

#undef SIGNPOST_SANITIZED_BUILD
