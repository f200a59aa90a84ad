// improvements.cc - see improvements.h.
#include "api/improvements.h"

#include <algorithm>
#include <tuple>

#include "net/entity_tag.h"
#include "store/complaint_table.h"
#include "store/store.h"

namespace signpost {
namespace {

bool is_recent(const Complaint& complaint, uint32_t today, int days) {
  return static_cast<int64_t>(complaint.end_day) + days > static_cast<int64_t>(today);
}

// Of what is shown alone.
std::string written(const Complaint& complaint) {
  std::string text;
  for (const std::string& part : {complaint.place.id, complaint.place.lang, complaint.place.anchor,
                                  complaint.end->revision, complaint.end->why})
    text += std::to_string(part.size()) + ":" + part;
  for (const int64_t number :
       {complaint.number, complaint.step, complaint.count, static_cast<int64_t>(complaint.reason),
        static_cast<int64_t>(complaint.end->state), static_cast<int64_t>(complaint.last_day),
        static_cast<int64_t>(complaint.end_day)})
    text += std::to_string(number) + ",";
  return text;
}

}  // namespace

Improvements::Improvements(std::vector<Complaint> ended) : ended_(std::move(ended)) {
  std::string all;
  for (size_t i = 0; i < ended_.size(); ++i) {
    by_article_[{ended_[i].place.id, ended_[i].place.lang}].push_back(i);
    all += written(ended_[i]);
  }
  content_ = ended_.empty() ? "" : fingerprint({all});
}

std::vector<const Complaint*> Improvements::in_language(std::string_view lang) const {
  std::vector<const Complaint*> found;
  for (const Complaint& complaint : ended_) {
    if (complaint.place.lang == lang) found.push_back(&complaint);
  }
  return found;
}

std::vector<SectionChange> Improvements::changes_of(const std::string& id, const std::string& lang,
                                                    uint32_t today, int days) const {
  const auto found = by_article_.find({id, lang});
  std::vector<SectionChange> changes;
  if (found == by_article_.end()) return changes;
  std::vector<std::tuple<std::string, std::string, ComplaintReason>> known;  // anchor, commit, reason
  for (const size_t i : found->second) {
    const Complaint& complaint = ended_[i];
    if (complaint.state() != ComplaintState::fixed || !is_recent(complaint, today, days)) continue;
    const std::tuple key(complaint.place.anchor, complaint.end->revision, complaint.reason);
    const auto same = std::find(known.begin(), known.end(), key);
    if (same == known.end()) {
      if (changes.size() == kMostChangesShown) continue;
      known.push_back(key);
      changes.push_back(
          {complaint.place.anchor, complaint.reason, complaint.step, complaint.count, complaint.end_day});
      continue;
    }
    SectionChange& change = changes[static_cast<size_t>(same - known.begin())];
    change.readers += complaint.count;
    if (change.step != complaint.step) change.step = 0;
  }
  return changes;
}

std::string Improvements::content_at(uint32_t today, int days) const {
  if (ended_.empty()) return "";
  const auto past = std::partition_point(ended_.begin(), ended_.end(), [&](const Complaint& complaint) {
    return is_recent(complaint, today, days);
  });
  return content_ + "-" + std::to_string(past - ended_.begin());
}

std::shared_ptr<const Improvements> read_improvements(Store& store) {
  std::vector<Complaint> ended;
  store.read([&](SqliteDatabase& database) {
    ended.clear();
    each_ended_complaint(database, kMostImprovements,
                         [&](const Complaint& complaint) { ended.push_back(complaint); });
  });
  return std::make_shared<const Improvements>(std::move(ended));
}

void ImprovementBoard::put(std::shared_ptr<const Improvements> newest) {
  const MutexLock lock(mutex_);
  newest_.swap(newest);
}

std::shared_ptr<const Improvements> ImprovementBoard::newest() const {
  const MutexLock lock(mutex_);
  return newest_;
}

}  // namespace signpost
