// segment_builder.cc - joins shards into a segment.
//
// Documents keep the order of the shards, and shards were cut in the order of the documents, so joining is
// putting one behind the other. Postings are compacted by Xapian into one database, which numbers documents
// on from shard to shard. Stores are large and need no change: each becomes a store file of the segment by a
// rename, and only the records, which wait in the files of facts, are told which of them is theirs. Counts of
// words are added up. The shards go; the facts stay beside the generation, for the merge and for the next run
// that shares the segment (segments.h).
#include "index/segment_builder.h"

#include <cstring>
#include <filesystem>
#include <iterator>

#include "base/error.h"
#include "base/file_io.h"
#include "index/glass.h"
#include "index/schema.h"
#include "index/shard_files.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

uint32_t join_postings(const std::vector<std::string>& shard_dirs, const std::string& segment_dir) {
  Xapian::Database all;
  for (const std::string& shard : shard_dirs) all.add_database(open_postings(shard + "/" + shard::kPostings));
  const std::string target = segment_dir + "/" + files::kPostings;
  const uint32_t documents = all.get_doccount();
  if (documents == 0) {
    create_postings(target, 0).close();
  } else {
    all.compact(target, Xapian::DBCOMPACT_NO_RENUMBER * (shard_dirs.size() == 1));
  }
  return documents;
}

// What is known of the documents, with the store file that each is in, now that it has one.
void join_documents(const std::vector<std::string>& shard_dirs, const std::string& path) {
  AppendFile out(path);
  for (uint32_t store = 0; store < shard_dirs.size(); ++store) {
    std::string bytes = read_file(shard_dirs[store] + "/" + shard::kDocuments);
    for (const std::string_view document : shard::split_documents(bytes)) {
      char* record = bytes.data() + (document.data() - bytes.data());
      std::memcpy(record + offsetof(DocRecord, store_file), &store, sizeof store);
    }
    out.append(bytes);
  }
  out.close();
}

void join_words(const std::vector<std::string>& shard_dirs, const std::string& path) {
  if (shard_dirs.size() == 1) return fs::rename(shard_dirs[0] + "/" + shard::kWords, path);
  std::vector<std::string> files;
  files.reserve(shard_dirs.size());
  for (const std::string& shard : shard_dirs) files.push_back(read_file(shard + "/" + shard::kWords));
  write_file(path, shard::encode_word_counts(shard::add_word_counts(files)));
}

}  // namespace

SegmentSource build_segment(const std::vector<std::string>& shard_dirs, const std::string& generation_dir,
                            const std::string& path, const std::string& facts_dir) {
  const std::string segment_dir = generation_dir + "/" + path;
  try {
    fs::create_directories(segment_dir);
    fs::create_directories(facts_dir);
    const std::string name = fs::path(path).filename().string();
    SegmentSource source{{path, 0, static_cast<uint32_t>(shard_dirs.size()), {}},
                         facts_dir + "/" + name + ".documents",
                         facts_dir + "/" + name + ".words",
                         0};
    source.segment.documents = join_postings(shard_dirs, segment_dir);
    const Xapian::Database postings = open_postings(segment_dir + "/" + files::kPostings);
    source.terms = static_cast<uint64_t>(std::distance(postings.allterms_begin(), postings.allterms_end()));
    for (uint32_t i = 0; i < shard_dirs.size(); ++i)
      fs::rename(shard_dirs[i] + "/" + shard::kStore, store_path(segment_dir, i));
    join_documents(shard_dirs, source.documents_file);
    join_words(shard_dirs, source.words_file);
    for (const std::string& shard : shard_dirs) fs::remove_all(shard);
    return source;
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::io, "cannot write " + segment_dir + ": " + error.get_description());
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorKind::io, error.what());
  }
}

}  // namespace signpost
