#pragma once

#include "cartography/legend.hpp"
#include "cartography/scene.hpp"
#include "cartography/style.hpp"

#include <QAbstractItemModel>
#include <QHash>
#include <QtQmlIntegration/qqmlintegration.h>

#include <memory>
#include <vector>

namespace zhengtu::map {

/// What a legend swatch shows; opaque to QML, painted by `Swatch`.
struct LegendKey {
    Q_GADGET
    QML_VALUE_TYPE(legendKey)
public:
    cartography::LegendEntry entry;
    cartography::StyleRef style;
    friend bool operator==(LegendKey const&, LegendKey const&) = default;
};

/// Groups, in them layers, in them legend lines. Groups and layers have a check box; a group is checked in part when some of its
/// layers are. States are kept by layer id when the content changes.
class LayerTreeModel : public QAbstractItemModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the layer tree.")

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        CheckRole,     ///< Qt::CheckState; -1 for a legend line
        CountRole,     ///< features, or tasks on the map; 0 where none is to be shown
        SchematicRole,
        LegendRole,    ///< LegendKey
        HasLegendRole,
        NoteRole,      ///< source, date, licence, accuracy
        LayerIdRole,
        KeyRole,       ///< of a group or layer: the same in every language
    };
    static constexpr char const* tasksId = "tasks"; ///< the id of the layer of task symbols

    explicit LayerTreeModel(QObject* parent = nullptr);
    ~LayerTreeModel() override;

    void setContent(cartography::SceneRef scene, cartography::StyleRef style);
    void setEnglish(bool english);

    [[nodiscard]] bool visible(std::string const& layerId) const;
    Q_INVOKABLE void setVisible(QString const& layerId, bool visible);
    Q_INVOKABLE QString keyOf(QModelIndex const& index) const { return index.data(KeyRole).toString(); }
    Q_INVOKABLE void toggle(QModelIndex const& index); ///< a group in part checked becomes checked

    [[nodiscard]] QModelIndex index(int row, int column, QModelIndex const& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(QModelIndex const& child) const override;
    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] int columnCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] bool setData(QModelIndex const& index, QVariant const& value, int role) override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void visibilityChanged();

private:
    struct Node;
    [[nodiscard]] static Node* node(QModelIndex const& index);
    [[nodiscard]] Qt::CheckState state(Node const& node) const;
    void setChecked(Node& node, bool checked);
    void build();
    [[nodiscard]] QString title(Node const& node) const;

    cartography::SceneRef m_scene;
    cartography::StyleRef m_style;
    std::unique_ptr<Node> m_root;
    QHash<QString, bool> m_hidden; ///< by layer id: what the user turned off (or the style shows off)
    int m_located = 0; ///< tasks with a symbol
    bool m_english = false;
};

} // namespace zhengtu::map
