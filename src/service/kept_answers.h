// kept_answers.h - the answers that are kept, and those of them that lie ready for the next who asks the
// same. Tested by tests/unit/service/kept_answers_test.cc.
#pragma once

#include <memory>

#include "api/door.h"
#include "pages/served_generation.h"
#include "service/response_cache.h"

namespace signpost {

// Pages and searches apart, so that however much is searched for, the pages stay. Safe to use from many
// threads.
class KeptAnswers {
 public:
  static constexpr size_t kBytes =
      8 << 20;  // of pages, and of searches: about a thousand of their result pages

  // By what a door says; null where nothing is kept.
  ResponseCache* cache_for(Keep keep);

  // From these files and this generation at this moment (seconds since 1970): the answer as it was made
  // ready, null when there is none.
  std::shared_ptr<const KeptResponse> find_ready(const Request& request, const WebFiles& web,
                                                 const ServedGeneration& generation, int64_t now);
  // A whole answer of a door that keeps its answers. Whoever asked first has it from the cache by its tag;
  // who asks for the second time makes it ready.
  void make_ready(const Request& request, const WebFiles& web, const ServedGeneration& generation,
                  int64_t now, const Door& door, const Response& response);

  CacheStats pages() const { return pages_.stats(); }
  CacheStats searches() const { return searches_.stats(); }

 private:
  ResponseCache pages_{kBytes};
  ResponseCache searches_{kBytes};
};

}  // namespace signpost
