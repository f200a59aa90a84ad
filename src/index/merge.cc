#include <unicode/coll.h>
#include <unicode/unistr.h>
#include <xapian.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <future>
#include <map>
#include <unordered_map>

#include "content/error.h"
#include "index/bytes.h"
#include "index/file_io.h"
#include "index/index_writer.h"
#include "index/names.h"
#include "index/related.h"
#include "index/schema.h"
#include "index/shard_files.h"
#include "index/suggest_index.h"
#include "index/unicode_fold.h"
#include "index/word_list.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

shard::ShardDocument read_shard_document(ByteReader& in) {
  shard::ShardDocument document;
  document.record = in.raw(sizeof(DocRecord));
  document.id = in.string();
  document.lang = in.string();
  document.category = in.string();
  document.product = in.string();
  document.title = in.string();
  document.tags = in.strings();
  document.aliases = in.strings();
  document.headings.resize(in.varint());
  for (auto& [anchor, text] : document.headings) {
    anchor = in.string();
    text = in.string();
  }
  document.salient.resize(in.varint());
  for (auto& entry : document.salient) entry = in.pod<SalientTerm>();
  return document;
}

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

// Everything of a generation that spans documents, gathered in document order.
class Merge {
 public:
  Merge(const std::vector<std::string>& shard_dirs, const Site& site, const std::string& dir)
      : shard_dirs_(shard_dirs), site_(site), dir_(dir) {}

  IndexStats run();

 private:
  void compact_postings();
  void move_stores();
  void read_documents();
  void add_document(const shard::ShardDocument& document, uint32_t store_file);
  void rank_titles();
  void write_words() const;
  void write_suggestions() const;
  void write_related() const;
  template <typename Use>
  void each_document(Use use) const;

  const std::vector<std::string>& shard_dirs_;
  const Site& site_;
  const std::string& dir_;
  std::vector<std::string> shard_documents_;  // the files' bytes; views point into them
  IndexStats stats_;
  std::vector<DocRecord> records_;
  std::vector<std::string_view> titles_;
  Names names_;
  std::unordered_map<std::string, uint16_t> language_index_, category_index_, product_index_;
  std::unordered_map<std::string, uint32_t> families_;
  std::map<std::string, std::string, std::less<>> tags_;  // folded -> as first written
  Boilerplate boilerplate_;
};

void Merge::compact_postings() {
  Xapian::Database all;
  for (const std::string& shard : shard_dirs_)
    all.add_database(Xapian::Database(shard + "/" + shard::kPostings));
  stats_.terms = 0;
  if (all.get_doccount() == 0) {
    Xapian::WritableDatabase(dir_ + "/" + files::kPostings,
                             Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_TERMLIST)
        .close();
    return;
  }
  all.compact(dir_ + "/" + files::kPostings, Xapian::DBCOMPACT_NO_RENUMBER * (shard_dirs_.size() == 1));
}

void Merge::move_stores() {
  for (size_t i = 0; i < shard_dirs_.size(); ++i) {
    fs::rename(shard_dirs_[i] + "/" + shard::kStore, store_path(dir_, static_cast<uint32_t>(i)));
  }
}

template <typename Use>
void Merge::each_document(Use use) const {
  for (uint32_t file = 0; file < shard_documents_.size(); ++file) {
    for (ByteReader in(shard_documents_[file]); !in.done();) use(read_shard_document(in), file);
  }
}

void Merge::add_document(const shard::ShardDocument& document, uint32_t store_file) {
  DocRecord& record = records_.emplace_back();
  std::memcpy(&record, document.record.data(), sizeof record);
  record.store_file = store_file;
  record.language = intern(names_.languages, language_index_, document.lang);
  record.category = intern(names_.categories, category_index_, document.category);
  record.product = intern(names_.products, product_index_, document.product);
  // A thread and an article may have the same id; they are not translations of each other.
  const std::string family = std::string(to_string(record.kind)) + "/" + std::string(document.id);
  record.family = families_.try_emplace(family, static_cast<uint32_t>(families_.size())).first->second;
  for (const std::string_view tag : document.tags) tags_.try_emplace(fold_case(tag), tag);
  const auto number = static_cast<uint32_t>(records_.size());
  for (const std::string_view alias : document.aliases)
    names_.aliases.try_emplace(std::string(alias), number);
  for (const auto& [anchor, text] : document.headings) boilerplate_.count(text);
  titles_.push_back(document.title);
  stats_.sections += document.headings.size() + 1;
  ++stats_.by_language[std::string(document.lang)];
  ++stats_.by_kind[std::string(to_string(record.kind))];
}

void Merge::read_documents() {
  intern(names_.categories, category_index_, "");
  intern(names_.products, product_index_, "");
  for (const Category& category : site_.categories) intern(names_.categories, category_index_, category.id);
  for (const std::string& shard : shard_dirs_)
    shard_documents_.push_back(read_file(shard + "/" + shard::kDocuments));
  each_document(
      [this](const shard::ShardDocument& document, uint32_t file) { add_document(document, file); });
  for (const auto& [folded, tag] : tags_) names_.tags.push_back(tag);
  stats_.documents = records_.size();
}

// Lists go by weight, then by title as its language sorts it (the root collation orders all three scripts).
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
    return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
  });
  for (uint32_t place = 0; place < order.size(); ++place) records_[order[place]].order = place;
}

void Merge::write_words() const {
  std::map<std::string, WordInfo, std::less<>> words;
  for (const std::string& shard : shard_dirs_) {
    const std::string bytes = read_file(shard + "/" + shard::kWords);
    for (ByteReader in(bytes); !in.done();) {
      WordInfo& info = words.try_emplace(std::string(in.string())).first->second;
      info.frequency += static_cast<uint32_t>(in.varint());
      info.in_title = in.varint() != 0 || info.in_title;
    }
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

uint64_t directory_size(const std::string& dir) {
  uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

IndexStats Merge::run() {
  // The postings take as long as all the rest, and share nothing with it.
  auto postings = std::async(std::launch::async, [this] { compact_postings(); });
  move_stores();
  read_documents();
  rank_titles();
  write_words();
  write_suggestions();
  write_related();
  ByteWriter records;
  for (const DocRecord& record : records_) records.pod(record);
  write_file(dir_ + "/" + files::kDocuments, records.take());
  write_file(dir_ + "/" + files::kNames, encode_names(names_));
  write_file(dir_ + "/" + files::kSite, site_to_json(site_));
  postings.get();
  Xapian::Database merged(dir_ + "/" + files::kPostings);
  if (merged.get_doccount() != records_.size()) throw Error(ErrorKind::internal, "the merge lost documents");
  stats_.terms = static_cast<uint64_t>(std::distance(merged.allterms_begin(), merged.allterms_end()));
  for (const std::string& shard : shard_dirs_) fs::remove_all(shard);
  stats_.bytes = directory_size(dir_);
  return stats_;
}

}  // namespace

IndexStats merge_shards(const std::vector<std::string>& shard_dirs, const Site& site,
                        const std::string& generation_dir) {
  try {
    return Merge(shard_dirs, site, generation_dir).run();
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::io, "cannot write " + generation_dir + ": " + error.get_description());
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorKind::io, error.what());
  }
}

}  // namespace signpost
