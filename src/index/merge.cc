// merge.cc - numbers the documents of a generation, and writes all of it that no document knows alone.
//
// A document's number is its place in the order of the source plus one, whichever segment has it. Everything
// is made from the facts that the shards left of each document (shard_files.h); they are mapped, and titles
// are views into them. What stays in memory for each document is its record, its title as a view, and its
// family.
//
// No stored document is read, but for one that has died since the last generation: its terms and words are
// counted (dead_documents.h), because its postings can't be taken out of a segment that other generations
// share. What an earlier generation has counted is gone on with as long as the first segment is the same.
//
// Invariants, on which the equality of incremental and full runs rests: whatever is written depends on the
// documents and their order only, never on the segment that they are in; tables (languages,
// categories) are filled in that order, values of fields in the field's; whatever is ranked has the number as
// the last tie-break. Only segments.bin, dead.bin, and where a record says that its document is stored
// differ.
//
// The related articles cost as much as all the rest and share nothing with it, so they have a thread of
// their own. Nobody sees the directory before it is sealed and published (generation.h), so an error may
// leave anything behind.
#include "index/merge.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <unordered_map>

#include "base/bytes.h"
#include "base/dates.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/mapped_file.h"
#include "base/percent.h"
#include "content/site_json.h"
#include "index/dead_documents.h"
#include "index/glass.h"
#include "index/glossary_learning.h"
#include "index/names.h"
#include "index/related.h"
#include "index/schema.h"
#include "index/shard_files.h"
#include "index/sitemap.h"
#include "index/suggest_index.h"
#include "index/unicode_fold.h"
#include "index/word_list.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

// A heading that stands in many documents ("See also") is no suggestion.
class Boilerplate {
 public:
  void count(std::string_view heading) { ++counts_[std::hash<std::string_view>()(heading)]; }
  bool is(std::string_view heading, size_t documents) const {
    const auto found = counts_.find(std::hash<std::string_view>()(heading));
    return found != counts_.end() && found->second > std::max<size_t>(5, documents / 500);
  }

 private:
  std::unordered_map<size_t, uint32_t> counts_;
};

// Values of the field come from the documents, and nothing lists them but names.bin.
bool has_names(const FieldRow& row) {
  return !row.prefix.empty() && row.vocabulary.empty() && row.type != FieldType::own &&
         row.field != Field::category;
}

// Everything of a generation that spans documents, gathered in document order.
class Merge {
 public:
  Merge(const std::vector<SegmentSource>& sources, const std::vector<DocumentPlace>& order, const Site& site,
        const std::string& dir)
      : sources_(sources), order_(order), site_(site), dir_(dir) {}

  IndexStats run(const std::string& previous_dir);

 private:
  void open_facts();
  void number_documents();
  void count_dead_documents(const std::string& previous_dir);
  void read_documents();
  void add_document(const shard::ShardDocument& document, uint32_t segment);
  void add_values(const shard::ShardDocument& document);
  void name_values();
  void rank_titles();
  void write_words() const;
  void write_suggestions() const;
  void write_related() const;
  void write_glossary() const;
  void write_sitemaps() const;
  void count_terms();
  template <typename Use>
  void each_document(Use use) const;

  const std::vector<SegmentSource>& sources_;
  const std::vector<DocumentPlace>& order_;
  const Site& site_;
  const std::string& dir_;
  std::vector<std::unique_ptr<MappedFile>> facts_;  // by segment; views point into them
  std::vector<std::vector<std::string_view>> documents_;
  std::vector<uint32_t> first_store_;
  std::vector<Segment> segments_;
  DeadCounts dead_;
  IndexStats stats_;
  std::vector<DocRecord> records_;
  std::vector<std::string_view> titles_;
  Names names_;
  std::unordered_map<std::string, uint16_t> language_index_, category_index_;
  std::unordered_map<std::string, uint32_t> families_;
  struct SeenValue {
    size_t place = 0;  // among those of its field, as they come
    std::string text;  // as first written
  };
  PerField<std::map<std::string, SeenValue, std::less<>>> values_;  // folded -> as first written
  Boilerplate boilerplate_;
};

void Merge::open_facts() {
  uint32_t stores = 0;
  for (const SegmentSource& source : sources_) {
    facts_.push_back(std::make_unique<MappedFile>(source.documents_file));
    documents_.push_back(shard::split_documents(facts_.back()->bytes()));
    if (documents_.back().size() != source.segment.documents)
      throw Error(ErrorKind::internal, "a segment has lost documents");
    first_store_.push_back(stores);
    stores += source.segment.stores;
  }
}

void Merge::number_documents() {
  for (const SegmentSource& source : sources_) {
    segments_.push_back(source.segment);
    segments_.back().numbers.assign(source.segment.documents, 0);
  }
  for (uint32_t i = 0; i < order_.size(); ++i) segments_[order_[i].segment].numbers[order_[i].index] = i + 1;
  for (Segment& segment : segments_) {
    uint32_t next = 1;
    const bool plain = std::all_of(segment.numbers.begin(), segment.numbers.end(),
                                   [&next](uint32_t number) { return number == next++; });
    if (plain) segment.numbers.clear();
  }
}

// Once dead a document stays so: what an earlier generation counted holds, if it begins with the same
// segment.
void Merge::count_dead_documents(const std::string& previous_dir) {
  std::vector<uint32_t> known;
  if (!previous_dir.empty()) {
    const std::string bytes = read_file(previous_dir + "/" + files::kSegments);
    const std::vector<Segment> previous = decode_segments(bytes);
    if (!previous.empty() && previous[0].path == segments_[0].path) {
      known = previous[0].numbers;
      dead_ = decode_dead_counts(read_file(previous_dir + "/" + files::kDead));
    }
  }
  const StoreFiles stores(dir_, segments_);
  for (size_t s = 0; s < segments_.size(); ++s) {
    const std::vector<uint32_t>& numbers = segments_[s].numbers;
    for (size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i] != 0 || (s == 0 && i < known.size() && known[i] == 0)) continue;
      DocRecord record = shard::read_shard_document(documents_[s][i]).record;
      record.store_file += first_store_[s];
      count_dead(stores, record, dead_);
    }
  }
}

template <typename Use>
void Merge::each_document(Use use) const {
  for (const DocumentPlace& place : order_) {
    use(shard::read_shard_document(documents_[place.segment][place.index]), place.segment);
  }
}

void Merge::add_document(const shard::ShardDocument& document, uint32_t segment) {
  DocRecord& record = records_.emplace_back(document.record);
  record.store_file += first_store_[segment];
  record.language = intern(names_.languages, language_index_, document.lang);
  const auto& category = document.fields[Field::category];
  record.category = intern(names_.categories, category_index_, category.empty() ? "" : category.front());
  // A thread and an article may have the same id; they are not translations of each other.
  const std::string family = std::string(to_string(record.kind)) + "/" + std::string(document.id);
  record.family = families_.try_emplace(family, static_cast<uint32_t>(families_.size())).first->second;
  add_values(document);
  const auto number = static_cast<uint32_t>(records_.size());
  for (const std::string_view alias : document.aliases)
    names_.aliases.try_emplace(std::string(alias), number);
  for (const auto& [anchor, text] : document.headings) boilerplate_.count(text);
  titles_.push_back(document.title);
  stats_.sections += document.headings.size() + 1;
  ++stats_.by_language[std::string(document.lang)];
  ++stats_.by_kind[std::string(to_string(record.kind))];
}

void Merge::add_values(const shard::ShardDocument& document) {
  for (const FieldRow& row : kFields) {
    if (!has_names(row)) continue;
    auto& values = values_[row.field];
    for (const std::string_view value : document.fields[row.field])
      values.try_emplace(fold_case(value), SeenValue{values.size(), std::string(value)});
  }
}

void Merge::name_values() {
  for (const FieldRow& row : kFields) {
    std::vector<const SeenValue*> ordered;
    for (const auto& [folded, value] : values_[row.field]) ordered.push_back(&value);
    if (row.order == FieldOrder::seen) {
      std::sort(ordered.begin(), ordered.end(),
                [](const SeenValue* a, const SeenValue* b) { return a->place < b->place; });
    }
    for (const SeenValue* value : ordered) names_.fields[row.field].push_back(value->text);
  }
}

void Merge::read_documents() {
  intern(names_.categories, category_index_, "");
  for (const Category& category : all_categories(site_))
    intern(names_.categories, category_index_, category.id);
  each_document(
      [this](const shard::ShardDocument& document, uint32_t segment) { add_document(document, segment); });
  name_values();
  if (std::max(names_.languages.size(), site_.languages.size()) > kMaxLanguages)
    throw Error(ErrorKind::usage, "more than " + std::to_string(kMaxLanguages) + " languages");
  stats_.documents = records_.size();
}

// Lists go by weight, then by rank, then by title as its language sorts it (the root collation orders all
// three scripts).
void Merge::rank_titles() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, "ICU cannot collate");
  std::vector<std::string> keys(titles_.size());
  for (size_t i = 0; i < titles_.size(); ++i) {
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(titles_[i].data(), static_cast<int32_t>(titles_[i].size())));
    uint8_t key[512];
    const int32_t size = collator->getSortKey(text, key, sizeof key);
    keys[i].assign(reinterpret_cast<const char*>(key),
                   static_cast<size_t>(std::min<int32_t>(size, sizeof key)));
  }
  std::vector<uint32_t> order(titles_.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    if (records_[a].weight != records_[b].weight) return records_[a].weight > records_[b].weight;
    if (order_[a].rank != order_[b].rank) return order_[a].rank < order_[b].rank;
    return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
  });
  for (uint32_t place = 0; place < order.size(); ++place) records_[order[place]].order = place;
}

void Merge::write_words() const {
  std::vector<std::string> files;
  files.reserve(sources_.size());
  for (const SegmentSource& source : sources_) files.push_back(read_file(source.words_file));
  const shard::WordCounts counts = shard::add_word_counts(files);
  std::vector<std::pair<std::string_view, WordInfo>> words;
  words.reserve(counts.size());
  for (const auto& [word, count] : counts) {
    const auto dead = dead_.words.find(word);
    const DeadCounts::Word gone = dead == dead_.words.end() ? DeadCounts::Word{} : dead->second;
    if (count.documents > gone.documents)
      words.push_back({word, {count.documents - gone.documents, count.titles > gone.titles}});
  }
  write_file(dir_ + "/" + files::kWords, encode_words(words));
}

void Merge::write_suggestions() const {
  SuggestBuilder builder;
  uint32_t number = 0;
  each_document([&](const shard::ShardDocument& document, uint32_t) {
    builder.add(++number, document.title, "");
    for (const auto& [anchor, text] : document.headings) {
      if (!boilerplate_.is(text, records_.size())) builder.add(number, text, anchor);
    }
  });
  write_file(dir_ + "/" + files::kSuggest, builder.finish());
}

void Merge::write_related() const {
  RelatedFinder finder;
  uint32_t number = 0;
  each_document([&](const shard::ShardDocument& document, uint32_t) {
    const DocRecord& record = records_[number++];
    finder.add(record.language, record.family, document.salient);
  });
  ByteWriter out;
  for (const uint32_t related : finder.find()) out.u32(related);
  write_file(dir_ + "/" + files::kRelated, out.take());
}

// From articles that are there in two languages; where nothing can be learned, there is no file.
void Merge::write_glossary() const {
  if (names_.languages.size() < 2) return;
  std::vector<std::vector<const DocRecord*>> versions(families_.size());
  for (const DocRecord& record : records_) {
    if (record.kind == Kind::help) versions[record.family].push_back(&record);
  }
  std::erase_if(versions, [](const auto& of_one) { return of_one.size() < 2; });
  if (versions.empty()) return;
  const StoreFiles stores(dir_, segments_);
  GlossaryLearner learner(site_.default_language);
  HitRecord hit;
  for (const std::vector<const DocRecord*>& of_one : versions) {
    if (learner.is_full()) break;
    std::vector<GlossaryArticle> articles;
    for (const DocRecord* record : of_one) {
      stores.read_hit(*record, hit);
      GlossaryArticle& article = articles.emplace_back();
      article.meta = decode_meta(hit.meta);
      if (!article.meta.sections.empty())
        article.text = decode_text(hit.text, 0, article.meta.sections.back().text_end);
    }
    learner.add(articles);
  }
  if (const std::vector<GlossaryEntry> entries = learner.learn(); !entries.empty())
    write_file(dir_ + "/" + files::kGlossary, encode_glossary(entries));
}

void Merge::write_sitemaps() const {
  SitemapWriter sitemap(site_, dir_);
  SitemapWriter::Alternates homes;
  for (const Language& language : site_.languages)
    homes.emplace_back(language.code, home_url(site_.default_language, language.code));
  for (const auto& [lang, path] : homes)
    sitemap.add(path, "", homes.size() > 1 ? homes : SitemapWriter::Alternates{});
  // A thread and its translations are pages of their own.
  std::vector<std::vector<uint32_t>> languages(families_.size());
  for (const DocRecord& record : records_) {
    if (record.kind == Kind::help) languages[record.family].push_back(record.language);
  }
  uint32_t number = 0;
  each_document([&](const shard::ShardDocument& document, uint32_t) {
    const DocRecord& record = records_[number++];
    SitemapWriter::Alternates alternates;
    for (const uint32_t language : languages[record.family]) {
      if (languages[record.family].size() < 2) break;
      const std::string& lang = names_.languages[language];
      alternates.emplace_back(lang, page_path(Kind::help, lang, document.id));
    }
    if (!alternates.empty()) alternates.emplace_back("x-default", "/articles/" + percent_encode(document.id));
    sitemap.add(page_path(record.kind, document.lang, document.id), format_day(record.updated), alternates);
  });
  sitemap.finish();
}

uint64_t directory_size(const std::string& dir) {
  uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

// Distinct terms of living documents. The first segment has nearly all, and their number is known.
void Merge::count_terms() {
  Xapian::Database all;
  for (size_t i = 0; i < segments_.size(); ++i) {
    const Xapian::Database postings = open_postings(dir_ + "/" + segments_[i].path + "/" + files::kPostings);
    stats_.terms += i == 0 ? sources_[i].terms
                           : static_cast<uint64_t>(std::count_if(
                                 postings.allterms_begin(), postings.allterms_end(),
                                 [&all](const std::string& term) { return !all.term_exists(term); }));
    all.add_database(postings);
  }
  for (const auto& [term, documents] : dead_.terms) stats_.terms -= all.get_termfreq(term) == documents;
}

IndexStats Merge::run(const std::string& previous_dir) {
  open_facts();
  number_documents();
  count_dead_documents(previous_dir);
  read_documents();
  // The related articles take as long as all the rest, and share nothing with it; so does the glossary.
  auto related = std::async(std::launch::async, [this] { write_related(); });
  auto glossary = std::async(std::launch::async, [this] { write_glossary(); });
  rank_titles();
  write_words();
  write_suggestions();
  write_sitemaps();
  ByteWriter records;
  for (const DocRecord& record : records_) records.pod(record);
  write_file(dir_ + "/" + files::kDocuments, records.take());
  write_file(dir_ + "/" + files::kNames, encode_names(names_));
  write_file(dir_ + "/" + files::kSite, site_to_json(site_));
  write_file(dir_ + "/" + files::kSegments, encode_segments(segments_));
  write_file(dir_ + "/" + files::kDead, encode_dead_counts(dead_));
  count_terms();
  related.get();
  glossary.get();
  for (const auto& file : facts_) file->check_whole();
  stats_.bytes = directory_size(dir_);
  return stats_;
}

}  // namespace

IndexStats write_generation(const std::vector<SegmentSource>& segments,
                            const std::vector<DocumentPlace>& order, const Site& site,
                            const std::string& generation_dir, const std::string& previous_dir) {
  try {
    return Merge(segments, order, site, generation_dir).run(previous_dir);
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::io, "cannot write " + generation_dir + ": " + error.get_description());
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorKind::io, error.what());
  }
}

IndexStats merge_shards(const std::vector<std::string>& shard_dirs, const Site& site,
                        const std::string& generation_dir) {
  const std::string facts = generation_dir + "/facts";
  const std::vector<SegmentSource> segments = {
      build_segment(shard_dirs, generation_dir, "segments/000001", facts)};
  std::vector<DocumentPlace> order;
  order.reserve(segments[0].segment.documents);
  for (uint32_t i = 0; i < segments[0].segment.documents; ++i) order.push_back({0, i});
  const IndexStats stats = write_generation(segments, order, site, generation_dir, "");
  fs::remove_all(facts);
  return stats;
}

}  // namespace signpost
