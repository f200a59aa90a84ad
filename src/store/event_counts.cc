// event_counts.cc - see event_counts.h.
#include "store/event_counts.h"

#include <cstring>

#include "base/sha256.h"

namespace signpost {

int64_t query_key(std::string_view lang, std::string_view text) {
  Sha256 sum;
  sum.add(lang);
  sum.add(std::string_view("\0", 1));
  sum.add(text);
  const Sha256Sum bytes = sum.finish();
  int64_t key;
  std::memcpy(&key, bytes.data(), sizeof key);
  return key;
}

void add_sums(QuerySums& to, const QuerySums& sums) {
  to.searches += sums.searches;
  to.visits += sums.visits;
  to.without_result += sums.without_result;
  to.clicked += sums.clicked;
  to.corrected += sums.corrected;
  to.answered += sums.answered;
  to.refused += sums.refused;
  to.solved += sums.solved;
  to.unhelpful += sums.unhelpful;
  to.contact += sums.contact;
}

void add_sums(ArticleSums& to, const ArticleSums& sums) {
  to.visits += sums.visits;
  to.read += sums.read;
  to.clicks += sums.clicks;
  to.contact_begun += sums.contact_begun;
  to.contact_sent += sums.contact_sent;
  to.helpful += sums.helpful;
  to.unhelpful += sums.unhelpful;
  to.short_address += sums.short_address;
}

int64_t figure_of(const QuerySums& sums, QueryOrder order) {
  switch (order) {
    case QueryOrder::searches:
      return sums.searches;
    case QueryOrder::without_result:
      return sums.without_result;
    case QueryOrder::without_click:
      return sums.without_click();
    case QueryOrder::refused:
      return sums.refused;
  }
  return 0;
}

}  // namespace signpost
