// gap_update.cc - see gap_update.h.
//
// A query belongs to the gap that it came to first. One that fails and belongs to none comes to the first gap
// whose main query asks the same (query_sense.h), else to the first of the other queries that does; what
// loses enough visits together is a new gap. Everything goes by the number of visits lost, and then by the
// query's key, so that the same counts make the same gaps.
//
// An open gap is answered when a search finds something else for the queries of half of its lost visits; it
// is closed when since then enough visits came and half of their searches were opened or called solved; it is
// open again when it finds what it found before, or when more than half of enough visits are lost again.
#include "demand/gap_update.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/dates.h"
#include "demand/asked_query.h"
#include "store/gap_table.h"
#include "store/store.h"

namespace signpost {
namespace {

constexpr size_t kNearest = 5;

// What visits say since a generation was first served.
struct Verdict {
  int64_t visits = 0;
  int64_t lost = 0;
  int64_t searches = 0;
  int64_t helped = 0;  // searches that were opened, or called solved

  bool fails(int64_t least) const { return visits >= least && 2 * lost > visits; }
  bool proves(int64_t least) const { return visits >= least && 2 * helped >= searches; }
};

class GapKeeper {
 public:
  GapKeeper(const std::vector<Gap>& gaps, SqliteDatabase& events, const Searcher& searcher, int64_t now,
            int64_t least_visits)
      : gaps_(gaps), events_(events), searcher_(searcher), now_(now), least_visits_(least_visits) {}

  std::vector<Gap> run(GapsChanged& changed);

 private:
  void read_queries();
  void read_query(const QueryLine& line);
  const FoundNow& found(const AskedQuery& query);
  const AskedQuery* main_query(const Gap& gap) const;
  GapFinding before_opening(const AskedQuery& query);
  void add_query(Gap& gap, const AskedQuery& query);
  void join_failed();
  void sum_up(Gap& gap) const;
  void drop_surplus();
  void note_nearest(Gap& gap);
  bool is_answered(const Gap& gap);
  Verdict verdict_since(const Gap& gap, const std::string& generation) const;
  bool is_known_to_fail(const Gap& gap) const;
  void change(Gap& gap, GapState state);
  void open_again(Gap& gap);
  void close(Gap& gap);
  void judge(Gap& gap, GapsChanged& changed);

  std::vector<Gap> gaps_;
  SqliteDatabase& events_;
  const Searcher& searcher_;
  const int64_t now_;
  const int64_t least_visits_;
  std::unordered_map<int64_t, AskedQuery> in_gaps_;  // by key
  std::vector<AskedQuery> failed_;                   // in no gap, the most visits lost first
  std::unordered_map<int64_t, FoundNow> found_;      // by key
};

void GapKeeper::read_query(const QueryLine& line) {
  const int64_t key = query_key(line.lang, line.text);
  if (const auto known = in_gaps_.find(key); known != in_gaps_.end()) {
    known->second = {key, line};
  } else if (fails(line.sums)) {
    failed_.push_back({key, line});
  }
}

void GapKeeper::read_queries() {
  for (const Gap& gap : gaps_) {
    for (const GapQuery& query : gap.queries) in_gaps_[query.key].key = query.key;
  }
  const auto today = static_cast<uint32_t>(now_ / kSecondsOfDay);
  each_query(events_, today - std::min(today, kGapDays - 1), today,
             [this](const QueryLine& line) { read_query(line); });
  std::sort(failed_.begin(), failed_.end(), [](const AskedQuery& a, const AskedQuery& b) {
    const int64_t lost_a = lost_visits(a.line.sums);
    const int64_t lost_b = lost_visits(b.line.sums);
    return lost_a != lost_b ? lost_a > lost_b : a.key < b.key;
  });
  failed_.resize(std::min(failed_.size(), kMostFailedQueries));
}

const FoundNow& GapKeeper::found(const AskedQuery& query) {
  const auto known = found_.find(query.key);
  if (known != found_.end()) return known->second;
  return found_.emplace(query.key, find_now(searcher_, query)).first->second;
}

// That most visits were lost with, of those whose text is still known.
const AskedQuery* GapKeeper::main_query(const Gap& gap) const {
  for (const GapQuery& query : gap.queries) {
    const auto asked = in_gaps_.find(query.key);
    if (asked != in_gaps_.end() && asked->second.line.sums.searches > 0) return &asked->second;
  }
  return nullptr;
}

// What was counted comes first: another generation may be served by now.
GapFinding GapKeeper::before_opening(const AskedQuery& query) {
  if (2 * query.line.sums.without_result >= query.line.sums.searches) return {};
  return found(query).finding;
}

void GapKeeper::add_query(Gap& gap, const AskedQuery& query) {
  gap.queries.push_back({query.key, 0, 0, before_opening(query), 0});
  in_gaps_[query.key] = query;
}

void GapKeeper::join_failed() {
  std::vector<Gap> made;
  for (const AskedQuery& query : failed_) {
    const QuerySense sense = found(query).sense;
    const auto asks_it = [&](const Gap& gap) {
      const AskedQuery* main = main_query(gap);
      return main != nullptr && ask_the_same(sense, found(*main).sense);
    };
    auto gap = std::find_if(gaps_.begin(), gaps_.end(), asks_it);
    if (gap == gaps_.end()) {
      gap = std::find_if(made.begin(), made.end(), asks_it);
      if (gap == made.end()) gap = made.insert(made.end(), Gap());
    }
    add_query(*gap, query);
  }
  for (Gap& gap : made) {
    gap.lang = main_query(gap)->line.lang;
    sum_up(gap);
    if (gap.sums.lost >= least_visits_) gaps_.push_back(std::move(gap));
  }
}

void GapKeeper::sum_up(Gap& gap) const {
  gap.sums = {};
  for (GapQuery& query : gap.queries) {
    const QuerySums& sums = in_gaps_.at(query.key).line.sums;
    query.visits = sums.visits;
    query.lost = lost_visits(sums);
    gap.sums.visits += sums.visits;
    gap.sums.lost += query.lost;
    gap.sums.without_result += sums.without_result;
    gap.sums.without_click += sums.without_click();
    gap.sums.refused += sums.refused;
    gap.sums.unhelpful += sums.unhelpful;
    gap.sums.contact += sums.contact;
  }
  std::erase_if(gap.queries, [](const GapQuery& query) { return query.visits == 0; });
  std::sort(gap.queries.begin(), gap.queries.end(), [](const GapQuery& a, const GapQuery& b) {
    if (a.lost != b.lost) return a.lost > b.lost;
    return a.visits != b.visits ? a.visits > b.visits : a.key < b.key;
  });
  gap.queries.resize(std::min(gap.queries.size(), kMostGapQueries));
}

void GapKeeper::drop_surplus() {
  if (gaps_.size() <= kMostGaps) return;
  std::vector<Gap*> open;
  for (Gap& gap : gaps_) {
    if (gap.state == GapState::open) open.push_back(&gap);
  }
  std::stable_sort(open.begin(), open.end(),
                   [](const Gap* a, const Gap* b) { return a->sums.lost < b->sums.lost; });
  open.resize(std::min(open.size(), gaps_.size() - kMostGaps));
  for (Gap* gap : open) gap->queries.clear();
}

void GapKeeper::note_nearest(Gap& gap) {
  const AskedQuery* main = main_query(gap);
  if (main == nullptr) return;
  gap.nearest = found(*main).articles;
  gap.nearest.resize(std::min(gap.nearest.size(), kNearest));
}

bool GapKeeper::is_answered(const Gap& gap) {
  int64_t all = 0;
  int64_t answered = 0;
  for (const GapQuery& query : gap.queries) {
    const int64_t weight = std::max<int64_t>(query.lost, 1);
    all += weight;
    if (may_answer(query.before, found(in_gaps_.at(query.key)).finding)) answered += weight;
  }
  return all > 0 && 2 * answered >= all;
}

Verdict GapKeeper::verdict_since(const Gap& gap, const std::string& generation) const {
  Verdict verdict;
  for (const GapQuery& query : gap.queries) {
    const QuerySums sums = query_sums(events_, in_gaps_.at(query.key).line.query, generation);
    verdict.visits += sums.visits;
    verdict.lost += lost_visits(sums);
    verdict.searches += sums.searches;
    verdict.helped += std::min(sums.searches, sums.clicked + sums.solved);
  }
  return verdict;
}

// Since it was closed, or since this generation is served.
bool GapKeeper::is_known_to_fail(const Gap& gap) const {
  return verdict_since(gap, gap.generation()).fails(least_visits_) ||
         verdict_since(gap, searcher_.name()).fails(least_visits_);
}

void GapKeeper::change(Gap& gap, GapState state) {
  gap.state = state;
  gap.changes.push_back({state, now_, searcher_.name(), ""});
}

void GapKeeper::open_again(Gap& gap) {
  change(gap, GapState::open);
  gap.proof.reset();
  for (GapQuery& query : gap.queries) {
    query.before = found(in_gaps_.at(query.key)).finding;
    query.rank = 0;
  }
}

// The proof is what most of the visits chose of what is found now.
void GapKeeper::close(Gap& gap) {
  change(gap, GapState::closed);
  std::unordered_map<int64_t, const FoundNow*> of_query;  // by its number
  for (const GapQuery& query : gap.queries) {
    const AskedQuery& asked = in_gaps_.at(query.key);
    of_query.emplace(asked.line.query, &found(asked));
  }
  std::map<std::pair<std::string, std::string>, int64_t> chosen;
  each_click(events_, [&](const ClickLine& click) {
    const auto known = of_query.find(click.query);
    if (known == of_query.end()) return;
    for (const GapArticle& article : known->second->articles) {
      if (article.id == click.article && article.lang == click.article_lang)
        chosen[{article.id, article.lang}] += click.visits;
    }
  });
  const auto most = std::max_element(chosen.begin(), chosen.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  for (GapQuery& query : gap.queries) {
    const std::vector<GapArticle>& articles = found(in_gaps_.at(query.key)).articles;
    const auto place = std::find_if(articles.begin(), articles.end(), [&](const GapArticle& article) {
      return most == chosen.end() || (article.id == most->first.first && article.lang == most->first.second);
    });
    query.rank = place == articles.end() ? 0 : place - articles.begin() + 1;
    if (query.rank != 0 && !gap.proof) gap.proof = *place;
  }
}

void GapKeeper::judge(Gap& gap, GapsChanged& changed) {
  if (gap.queries.empty() || gap.state == GapState::not_topic) return;
  if (gap.state == GapState::open && is_answered(gap)) {
    change(gap, GapState::answered);
    ++changed.answered;
  }
  if (gap.state == GapState::answered) {
    const Verdict verdict = verdict_since(gap, gap.generation());
    if (!is_answered(gap) || verdict.fails(least_visits_)) {
      open_again(gap);
      ++changed.reopened;
    } else if (verdict.proves(least_visits_)) {
      close(gap);
      ++changed.closed;
    }
  } else if (gap.state == GapState::closed && is_known_to_fail(gap)) {
    open_again(gap);
    ++changed.reopened;
  }
}

std::vector<Gap> GapKeeper::run(GapsChanged& changed) {
  const std::vector<Gap> before = gaps_;
  read_queries();
  join_failed();
  for (Gap& gap : gaps_) sum_up(gap);
  drop_surplus();
  std::vector<Gap> out;
  for (size_t i = 0; i < gaps_.size(); ++i) {
    Gap& gap = gaps_[i];
    if (gap.number == 0 && gap.queries.empty()) continue;
    note_nearest(gap);
    if (gap.number == 0) {
      change(gap, GapState::open);
      ++changed.opened;
    }
    judge(gap, changed);
    if (i >= before.size() || !(gap == before[i])) out.push_back(gap);
  }
  return out;
}

}  // namespace

std::vector<Gap> changed_gaps(const std::vector<Gap>& gaps, SqliteDatabase& events, const Searcher& searcher,
                              int64_t now, int64_t least_visits, GapsChanged& changed) {
  return GapKeeper(gaps, events, searcher, now, least_visits).run(changed);
}

GapsChanged update_gaps(Store& store, SqliteDatabase& events, const Searcher& searcher, int64_t now,
                        int64_t least_visits) {
  std::vector<Gap> gaps;
  store.read([&](SqliteDatabase& database) {
    each_gap(database, std::nullopt, [&](const Gap& gap) { gaps.push_back(gap); });
  });
  GapsChanged changed;
  const std::vector<Gap> out = changed_gaps(gaps, events, searcher, now, least_visits, changed);
  if (out.empty()) return changed;
  store.write([&](SqliteDatabase& database) {
    for (const Gap& gap : out) keep_reckoned_gap(database, gap);
  });
  return changed;
}

}  // namespace signpost
