// kept_answers.cc - see kept_answers.h.
#include "service/kept_answers.h"

#include "service/request_key.h"

namespace signpost {

ResponseCache* KeptAnswers::cache_for(Keep keep) {
  return keep == Keep::no ? nullptr : keep == Keep::page ? &pages_ : &searches_;
}

std::shared_ptr<const KeptResponse> KeptAnswers::find_ready(const Request& request, const WebFiles& web,
                                                            const ServedGeneration& generation, int64_t now) {
  const std::string key = request_key(request, web, generation, now);
  if (key.empty()) return nullptr;
  auto kept = pages_.find(key, ResponseCache::Absence::is_nothing);
  return kept ? kept : searches_.find(key, ResponseCache::Absence::is_nothing);
}

void KeptAnswers::make_ready(const Request& request, const WebFiles& web, const ServedGeneration& generation,
                             int64_t now, const Door& door, const Response& response) {
  const std::string key = request_key(request, web, generation, now);
  if (!key.empty()) cache_for(door.keep)->store(key, response, door.name);
}

}  // namespace signpost
