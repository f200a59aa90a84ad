// learn.cc - see learn.h.
//
// Two passes over the sections, so that memory doesn't grow with them: the first gets the vectors, as the
// embedder made them, into a file for the time being, and adds up their mean; the second takes the mean off.
// The mean matters because the vectors of many models all lie in one corner: what they share is most of each.
// Queries lie in another corner, and have a mean of their own.
//
// A passage is a section with its title and headings before it, since "Click Save" alone is about nothing.
#include "meaning/learn.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include "base/bytes.h"
#include "base/file_io.h"
#include "base/fnv1a.h"
#include "index/language_means.h"
#include "index/query_table.h"
#include "index/section_vectors.h"
#include "meaning/embed_cached.h"
#include "meaning/query_texts.h"
#include "meaning/related_by_meaning.h"
#include "meaning/table_fit.h"
#include "search/index_reader.h"
#include "search/meaning.h"

namespace signpost {
namespace {

// Of the draft, for as long as the vectors are being gathered.
constexpr char kRawVectors[] = "vectors.raw";
constexpr size_t kPassagesAtOnce = 512;
constexpr size_t kTextsToLearn = 50;  // of fewer a table learns nothing
constexpr size_t kTermsOfTable = 16'000;
constexpr uint32_t kTextsOfTerm = 2;  // that it stands in, to be in the table

struct Passage {
  uint32_t document = 0;
  uint32_t section = 0;
  std::string text;
};

std::string passage_of(const StoredMeta& meta, size_t section, std::string_view text) {
  std::string out = meta.title;
  for (const std::string& heading : heading_path(meta.sections, section)) out += " > " + heading;
  out += '\n';
  if (section == 0 && text.find(meta.summary) == std::string_view::npos) out += meta.summary + '\n';
  out.append(text);
  return out;
}

// Sections that have a text; of a document without any, its title.
std::vector<Passage> passages_of(const IndexReader& index, uint32_t number, QueryTexts* queries) {
  HitRecord record;
  index.read_hit(number, record);
  const StoredMeta meta = decode_meta(record.meta);
  if (queries != nullptr) queries->add_title(meta.title, meta.lang);
  std::vector<Passage> out;
  for (uint32_t i = 0; i < meta.sections.size(); ++i) {
    const StoredSection& section = meta.sections[i];
    const std::string text = decode_text(record.text, section.text_begin, section.text_end);
    if (queries != nullptr) {
      queries->add_heading(section.heading, meta.lang);
      queries->add_section(text, meta.lang);
    }
    const bool alone = out.empty() && i + 1 == meta.sections.size();
    if (!text.empty() || alone) out.push_back({number, i, passage_of(meta, i, text)});
  }
  return out;
}

// Without what all have in common, of length 1. All zeros for the mean itself.
QuantizedVector centred(const QuantizedVector& vector, const std::vector<float>& mean) {
  std::vector<float> out = dequantize(vector);
  for (size_t i = 0; i < out.size(); ++i) out[i] -= mean[i];
  return quantized_direction(std::move(out));
}

// A query as words, whatever signs it has.
QueryPlan plan_of(const QueryText& text, const IndexReader& index) {
  ParsedQuery query;
  query.text = text.text;
  for (size_t at = 0; at < text.text.size() && query.parts.size() < kMaxQueryWords;) {
    const size_t end = std::min(text.text.find(' ', at), text.text.size());
    if (end > at) query.parts.push_back({text.text.substr(at, end - at)});
    at = end + 1;
  }
  return make_plan(query, text.lang, index);
}

class Learning {
 public:
  Learning(const std::string& generation_dir, const Embedder& embedder, EmbeddingCache& cache,
           const LearnOptions& options)
      : dir_(generation_dir), index_(generation_dir), embedder_(embedder), cache_(cache), options_(options) {}

  MeaningCost cost();
  MeaningReport run();

 private:
  const std::string& lang_of(uint32_t document) const {
    return index_.names().languages[index_.record(document).language];
  }
  std::string path(const char* name) const { return dir_ + "/" + name; }
  template <typename Use>
  void each_batch(QueryTexts& queries, Use use) const;
  std::vector<std::optional<QuantizedVector>> vectors_of(TextKind kind, std::span<const std::string> texts);
  void count(TextKind kind, const std::vector<std::string>& texts, uint64_t& number, uint64_t& characters);
  bool fits(const std::optional<QuantizedVector>& vector);
  void embed_passages(QueryTexts& queries);
  void write_vectors() const;
  void write_related() const;
  bool write_table(const std::vector<QueryText>& queries);

  const std::string dir_;
  const IndexReader index_;
  const Embedder& embedder_;
  EmbeddingCache& cache_;
  const LearnOptions& options_;
  MeaningReport report_;
  std::vector<EmbeddingKey> used_;
  uint32_t dimension_ = 0;
  std::vector<uint32_t> counts_;  // of vectors, by document
  LanguageMeansBuilder means_;
  uint64_t to_ask_ = 0;
};

// Calls use() with the passages of some documents at a time, and shows each document to `queries`.
template <typename Use>
void Learning::each_batch(QueryTexts& queries, Use use) const {
  std::vector<Passage> batch;
  for (uint32_t number = 1; number <= index_.document_count(); ++number) {
    for (Passage& passage : passages_of(index_, number, &queries)) batch.push_back(std::move(passage));
    if (batch.size() < kPassagesAtOnce && number < index_.document_count()) continue;
    use(batch);
    batch.clear();
  }
}

std::vector<std::string> texts_of(const std::vector<Passage>& passages) {
  std::vector<std::string> out;
  out.reserve(passages.size());
  for (const Passage& passage : passages) out.push_back(passage.text);
  return out;
}

std::vector<std::string> texts_of(const std::vector<QueryText>& queries) {
  std::vector<std::string> out;
  out.reserve(queries.size());
  for (const QueryText& query : queries) out.push_back(query.text);
  return out;
}

// From the cache, and what it lacks from the embedder, unless that has failed before.
std::vector<std::optional<QuantizedVector>> Learning::vectors_of(TextKind kind,
                                                                 std::span<const std::string> texts) {
  if (!report_.warning.empty()) {
    std::vector<EmbeddingKey> keys;
    keys.reserve(texts.size());
    for (const std::string& text : texts) keys.push_back(embedding_key(embedder_, kind, text));
    return cache_.find(keys);
  }
  std::function<void(size_t, size_t)> progress;
  const uint64_t before = report_.asked;
  if (options_.progress) progress = [&](size_t done, size_t) { options_.progress(before + done, to_ask_); };
  CachedTexts result = embed_cached(embedder_, cache_, kind, texts, options_.limits, progress);
  report_.asked += result.asked;
  if (options_.prune) used_.insert(used_.end(), result.keys.begin(), result.keys.end());
  report_.warning = std::move(result.error);
  return std::move(result.vectors);
}

// All vectors must be of one space: what a cache has of another dimension counts as missing.
bool Learning::fits(const std::optional<QuantizedVector>& vector) {
  if (!vector) return false;
  if (dimension_ == 0) dimension_ = static_cast<uint32_t>(vector->values.size());
  return vector->values.size() == dimension_;
}

void Learning::embed_passages(QueryTexts& queries) {
  counts_.assign(index_.document_count(), 0);
  AppendFile raw(path(kRawVectors));
  each_batch(queries, [&](const std::vector<Passage>& batch) {
    const auto vectors = vectors_of(TextKind::passage, texts_of(batch));
    for (size_t i = 0; i < batch.size(); ++i) {
      if (!fits(vectors[i])) {
        ++report_.missing;
        continue;
      }
      ++report_.sections;
      ++counts_[batch[i].document - 1];
      means_.add(*vectors[i], lang_of(batch[i].document));
      ByteWriter out;
      out.u32(batch[i].section);
      out.pod(vectors[i]->scale);
      out.raw({reinterpret_cast<const char*>(vectors[i]->values.data()), vectors[i]->values.size()});
      raw.append(out.take());
    }
  });
  raw.close();
}

void Learning::write_vectors() const {
  const LanguageMeans means = means_.get();
  const RandomFile raw(path(kRawVectors));
  SectionVectorsWriter writer(path(files::kVectors), dimension_, counts_);
  const size_t size = 2 * sizeof(uint32_t) + dimension_;
  std::string bytes;
  uint64_t at = 0;
  for (uint32_t number = 1; number <= counts_.size(); ++number) {
    const std::vector<float>& mean = mean_for(means, lang_of(number));
    for (uint32_t left = counts_[number - 1]; left > 0; --left, at += size) {
      raw.read(at, size, bytes);
      ByteReader reader(bytes);
      SectionVector v;
      v.section = reader.u32();
      v.vector.scale = reader.pod<float>();
      v.vector.values.resize(dimension_);
      std::memcpy(v.vector.values.data(), reader.raw(dimension_).data(), dimension_);
      v.vector = centred(v.vector, mean);
      writer.add(v);
    }
  }
  writer.close();
}

void Learning::write_related() const {
  ByteWriter out;
  for (const uint32_t related : related_by_meaning(index_, SectionVectors(path(files::kVectors))))
    out.u32(related);
  write_file(path(files::kRelated), out.take());
}

// Those that enough texts have, the commonest first where there are too many; and each as it was first
// written.
std::vector<std::string> choose_terms(const std::vector<QueryPlan>& plans, const std::vector<size_t>& places,
                                      const std::vector<QueryText>& queries, std::vector<QueryText>& alone) {
  struct Seen {
    uint32_t texts = 0;
    size_t last = SIZE_MAX;
    QueryText alone;
  };
  std::unordered_map<std::string, Seen> seen;
  for (size_t text = 0; text < plans.size(); ++text) {
    for (const Unit& unit : plans[text].units) {
      if (unit.idf <= 0 || unit.alternatives.empty()) continue;
      Seen& term = seen[unit.alternatives.front().term];
      if (term.texts == 0) term.alone = {unit.surface, queries[places[text]].lang};
      if (std::exchange(term.last, text) != text) ++term.texts;
    }
  }
  std::vector<std::pair<uint32_t, std::string>> order;
  for (const auto& [term, s] : seen) {
    if (s.texts >= kTextsOfTerm) order.emplace_back(UINT32_MAX - s.texts, term);
  }
  std::sort(order.begin(), order.end());
  if (order.size() > kTermsOfTable) order.resize(kTermsOfTable);
  std::vector<std::string> terms;
  for (const auto& [rank, term] : order) {
    terms.push_back(term);
    alone.push_back(seen[term].alone);
  }
  return terms;
}

bool Learning::write_table(const std::vector<QueryText>& queries) {
  const auto vectors = vectors_of(TextKind::query, texts_of(queries));
  LanguageMeansBuilder sums;
  std::vector<QueryPlan> plans;
  std::vector<size_t> known;
  for (size_t i = 0; i < queries.size(); ++i) {
    if (!fits(vectors[i])) continue;
    plans.push_back(plan_of(queries[i], index_));
    known.push_back(i);
    sums.add(*vectors[i], queries[i].lang);
  }
  if (known.size() < kTextsToLearn) return false;
  const LanguageMeans means = sums.get();
  const auto append = [&](const QuantizedVector& vector, const std::string& lang, std::vector<float>& to) {
    const std::vector<float>& mean = mean_for(means, lang);
    for (size_t i = 0; i < vector.values.size(); ++i)
      to.push_back(vector.scale * static_cast<float>(vector.values[i]) - mean[i]);
  };
  std::vector<QueryText> alone;
  const std::vector<std::string> terms = choose_terms(plans, known, queries, alone);
  const auto priors = vectors_of(TextKind::query, texts_of(alone));
  TableFitInput input;
  input.terms = terms.size();
  input.dimension = dimension_;
  std::unordered_map<std::string_view, uint32_t> rows;
  for (uint32_t row = 0; row < terms.size(); ++row) {
    rows.emplace(terms[row], row);
    if (fits(priors[row])) append(*priors[row], alone[row].lang, input.prior);
    input.prior.resize((row + 1) * size_t{dimension_});
  }
  for (size_t i = 0; i < plans.size(); ++i) {
    append(*vectors[known[i]], queries[known[i]].lang, input.vectors);
    std::vector<TermWeight>& text = input.texts.emplace_back();
    for (const WeightedQueryTerm& term : query_terms(plans[i])) {
      const auto row = rows.find(term.term);
      if (row != rows.end()) text.push_back({row->second, query_table_weight(term.weight)});
    }
  }
  const std::vector<float> table = fit_table(input);
  std::vector<QueryTableRow> out;
  for (size_t row = 0; row < terms.size(); ++row)
    out.push_back({fnv1a(terms[row]), quantize({&table[row * dimension_], dimension_})});
  write_file(path(files::kQueryTable), encode_query_table(means, std::move(out)));
  report_.terms = terms.size();
  return true;
}

MeaningReport Learning::run() {
  if (options_.progress) {
    const MeaningCost all = cost();
    to_ask_ = all.passages + all.queries;
  }
  QueryTexts queries;
  embed_passages(queries);
  if (report_.sections > 0 && write_table(queries.take())) {
    write_vectors();
    write_related();
  }
  std::filesystem::remove(path(kRawVectors));
  if (options_.prune && report_.warning.empty()) cache_.prune(used_);
  return report_;
}

void Learning::count(TextKind kind, const std::vector<std::string>& texts, uint64_t& number,
                     uint64_t& characters) {
  const EmbeddingCost cost = cost_of_embedding(embedder_, cache_, kind, texts);
  number += cost.texts;
  characters += cost.characters;
}

MeaningCost Learning::cost() {
  MeaningCost cost;
  QueryTexts queries;
  each_batch(queries, [&](const std::vector<Passage>& batch) {
    count(TextKind::passage, texts_of(batch), cost.passages, cost.characters);
  });
  const std::vector<QueryText> texts = queries.take();
  count(TextKind::query, texts_of(texts), cost.queries, cost.characters);
  std::vector<QueryPlan> plans;
  std::vector<size_t> places;
  for (size_t i = 0; i < texts.size(); ++i) {
    plans.push_back(plan_of(texts[i], index_));
    places.push_back(i);
  }
  std::vector<QueryText> alone;
  choose_terms(plans, places, texts, alone);
  count(TextKind::query, texts_of(alone), cost.queries, cost.characters);
  return cost;
}

}  // namespace

MeaningCost cost_of_meaning(const std::string& generation_dir, const Embedder& embedder,
                            EmbeddingCache& cache) {
  return Learning(generation_dir, embedder, cache, {}).cost();
}

MeaningReport learn_meaning(const std::string& generation_dir, const Embedder& embedder,
                            EmbeddingCache& cache, const LearnOptions& options) {
  return Learning(generation_dir, embedder, cache, options).run();
}

}  // namespace signpost
